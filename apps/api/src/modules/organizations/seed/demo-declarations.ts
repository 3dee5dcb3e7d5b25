/** What an educational organization of the demo declares: programmes as code and name, and areas. */
export interface DemoDeclaration {
  readonly programmes: readonly (readonly [code: string, name: string])[];
  readonly areaCodes: readonly string[];
}

/** Declarations of the demo's educational organizations, by key. */
export const DEMO_DECLARATIONS = {
  szgu: {
    programmes: [
      ['09.03.03', 'Прикладная информатика'],
      ['09.03.04', 'Программная инженерия'],
      ['38.03.01', 'Экономика'],
      ['38.03.02', 'Менеджмент'],
      ['40.05.01', 'Правовое обеспечение национальной безопасности'],
      ['09.04.04', 'Программная инженерия'],
    ],
    areaCodes: ['06', '07', '08', '09'],
  },
  zkit: {
    programmes: [
      ['09.02.06', 'Сетевое и системное администрирование'],
      ['09.02.07', 'Информационные системы и программирование'],
    ],
    areaCodes: ['06'],
  },
} as const satisfies Readonly<Record<string, DemoDeclaration>>;
