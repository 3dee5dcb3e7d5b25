import type { PeriodContractTerms, ProgrammeLine } from '@praktika/contracts';
import type { DemoOrganizationKey } from '../modules/organizations/seed/index.js';
import { organizationOf } from './demo-people.js';

type Programme = Pick<
  ProgrammeLine,
  'level' | 'specialtyCode' | 'specialtyName' | 'profile' | 'practiceType'
>;

/** Real specialties of each side's school. */
const PROGRAMMES: Readonly<Partial<Record<DemoOrganizationKey, readonly Programme[]>>> = {
  szgu: [
    programme('BACHELOR', '09.03.04', 'Программная инженерия', 'Разработка программных продуктов'),
    programme('BACHELOR', '09.03.01', 'Информатика и вычислительная техника', 'Автоматизированные системы'),
    programme('BACHELOR', '38.03.02', 'Менеджмент', 'Управление персоналом'),
    programme(
      'BACHELOR',
      '15.03.04',
      'Автоматизация технологических процессов и производств',
      'Машиностроение',
    ),
    programme('BACHELOR', '35.03.10', 'Ландшафтная архитектура', 'Садово-парковое искусство'),
  ],
  zkit: [
    programme('SPO_SPECIALIST', '09.02.07', 'Информационные системы и программирование', 'Программист'),
    programme(
      'SPO_SPECIALIST',
      '09.02.06',
      'Сетевое и системное администрирование',
      'Системный администратор',
    ),
    programme('SPO_SPECIALIST', '35.02.12', 'Садово-парковое и ландшафтное строительство', 'Техник'),
  ],
};

function programme(
  level: Programme['level'],
  specialtyCode: string,
  specialtyName: string,
  profile: string,
): Programme {
  return { level, specialtyCode, specialtyName, profile, practiceType: 'технологическая' };
}

const SUPERVISORS = [
  { fullName: 'Белова Ирина Олеговна', position: 'доцент' },
  { fullName: 'Гусев Павел Андреевич', position: 'старший преподаватель' },
  { fullName: 'Ершова Наталья Юрьевна', position: 'заведующая практикой' },
] as const;

const DAY_MS = 24 * 3_600_000;
/** The date `days` after an instant, `YYYY-MM-DD`. */
export const day = (instant: Date, days: number): string =>
  new Date(instant.getTime() + days * DAY_MS).toISOString().slice(0, 10);

/** The `index`-th of a list that goes round. */
function pick<Item>(list: readonly Item[], index: number): Item {
  const item = list[index % list.length];
  if (item === undefined) throw new TypeError('nothing to pick from');
  return item;
}

/**
 * Complete terms of a demo contract; the same index gives the same terms.
 * @param signedAbout the instant the contract is drafted at; the practice begins a month later
 */
export function contractTerms(
  index: number,
  employer: DemoOrganizationKey,
  education: DemoOrganizationKey,
  signedAbout: Date,
): PeriodContractTerms {
  const programmes = PROGRAMMES[education] ?? [];
  const from = day(signedAbout, 30);
  const to = day(signedAbout, 58 + (index % 3) * 14);
  const lines = Array.from({ length: 1 + (index % 2) }, (_, offset) => ({
    ...pick(programmes, index + offset),
    formOfStudy: 'FULL_TIME' as const,
    practiceKind: pick(['INDUSTRIAL', 'EDUCATIONAL', 'PRE_GRADUATION'] as const, index + offset),
    course: 2 + ((index + offset) % 3),
    seats: 4 + ((index * 3 + offset) % 12),
    from,
    to,
  }));
  return {
    validFrom: day(signedAbout, 14),
    validTo: day(signedAbout, 120),
    programmes: lines,
    premises: [
      { name: 'Учебный класс', address: organizationOf(employer).legalAddress },
      { name: 'Рабочие места отдела', address: organizationOf(employer).legalAddress },
    ],
    educationSupervisor: pick(SUPERVISORS, index),
    assessment: {
      gradeScale: pick(['FIVE_POINT', 'PASS_FAIL'] as const, index),
      reportMode: pick(['ON_PORTAL', 'OUTSIDE'] as const, Math.floor(index / 2)),
      reportSignatureRequired: index % 2 === 0,
    },
    employerConditions: 'Рабочее место, пропуск и наставник на весь срок практики.',
    studentConditions: 'Паспорт, СНИЛС; инструктаж по охране труда в первый день.',
  };
}
