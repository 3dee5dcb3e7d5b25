/** Who signs in, and on behalf of whom when they work for several. */
export interface Person {
  readonly email: string;
  /** Chosen in «Войти как»; left out when there is only one. */
  readonly organization?: string;
}

export const PASSWORD = 'Praktika-2026-demo';

export const UNIVERSITY = 'ФГБОУ ВО «Северо-Запольский государственный университет»';
export const EMPLOYER = 'ООО «Ромашка»';
export const SOLE_PROPRIETOR = 'ИП Лугов П. И.';

/** The demo's people, by what they do in the tests. */
export const people = {
  /** Practice office of the university: drafts and sends. */
  office: { email: 'practice@szgu.example' },
  /** Head of the university: signs last. */
  rector: { email: 'rector@szgu.example' },
  /** HR of the employer: approves, sends back, rejects. */
  hr: { email: 'hr@romashka.example', organization: EMPLOYER },
  /** Head of the employer: signs first. */
  head: { email: 'head@romashka.example' },
  /** A party to none of the tests' documents. */
  stranger: { email: 'director@zkit.example' },
  student: { email: 'student@szgu.example' },
} as const satisfies Record<string, Person>;
