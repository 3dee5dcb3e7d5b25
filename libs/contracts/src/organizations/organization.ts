/** Side of an organization: who it is in practical training (domain.md §8.1). */
export const ORGANIZATION_SIDES = ['EMPLOYER', 'EDUCATION', 'PLATFORM'] as const;

export type OrganizationSide = (typeof ORGANIZATION_SIDES)[number];

/** The two sides that make documents. */
export type DocumentSide = Exclude<OrganizationSide, 'PLATFORM'>;

export const ORGANIZATION_SIDE_LABELS: Readonly<Record<OrganizationSide, string>> = {
  EMPLOYER: 'Работодатель',
  EDUCATION: 'Образовательная организация',
  PLATFORM: 'Платформа',
};

export const LEGAL_FORMS = ['LEGAL_ENTITY', 'SOLE_PROPRIETOR', 'STATE_BODY', 'BRANCH', 'OTHER'] as const;

export type LegalForm = (typeof LEGAL_FORMS)[number];

export const LEGAL_FORM_LABELS: Readonly<Record<LegalForm, string>> = {
  LEGAL_ENTITY: 'Юридическое лицо',
  SOLE_PROPRIETOR: 'Индивидуальный предприниматель',
  STATE_BODY: 'Государственный орган',
  BRANCH: 'Филиал',
  OTHER: 'Иная форма',
};

/** The zone of an organization that has not chosen one (domain.md §0.5). */
export const DEFAULT_TIME_ZONE = 'Europe/Moscow';

/** IANA zones of Russia an organization may choose from. */
export const RUSSIAN_TIME_ZONES = [
  'Europe/Kaliningrad',
  'Europe/Moscow',
  'Europe/Simferopol',
  'Europe/Volgograd',
  'Europe/Kirov',
  'Europe/Astrakhan',
  'Europe/Saratov',
  'Europe/Ulyanovsk',
  'Europe/Samara',
  'Asia/Yekaterinburg',
  'Asia/Omsk',
  'Asia/Novosibirsk',
  'Asia/Barnaul',
  'Asia/Tomsk',
  'Asia/Novokuznetsk',
  'Asia/Krasnoyarsk',
  'Asia/Irkutsk',
  'Asia/Chita',
  'Asia/Yakutsk',
  'Asia/Vladivostok',
  'Asia/Khandyga',
  'Asia/Ust-Nera',
  'Asia/Magadan',
  'Asia/Sakhalin',
  'Asia/Srednekolymsk',
  'Asia/Kamchatka',
  'Asia/Anadyr',
] as const;
