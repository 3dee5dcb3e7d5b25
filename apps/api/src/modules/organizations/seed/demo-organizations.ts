import type { EducationType, LegalForm, OrganizationSide, Role } from '@praktika/contracts';

/** An acting organization of the demo. Fictional: its numbers pass their checks and belong to no tax office. */
export interface DemoOrganization {
  readonly side: OrganizationSide;
  readonly legalForm: LegalForm;
  readonly fullName: string;
  readonly shortName: string;
  readonly inn: string;
  readonly ogrn: string;
  readonly kpp: string | null;
  readonly regionCode: string;
  readonly city: string;
  readonly legalAddress: string;
  readonly site: string | null;
  readonly phone: string;
  readonly profileEmail: string;
  readonly timeZone: string;
  readonly educationType: EducationType | null;
  readonly educationLevels: readonly string[];
}

/** The demo's acting organizations by key. */
export const DEMO_ORGANIZATIONS = {
  romashka: {
    side: 'EMPLOYER',
    legalForm: 'LEGAL_ENTITY',
    fullName: 'Общество с ограниченной ответственностью «Ромашка»',
    shortName: 'ООО «Ромашка»',
    inn: '7700001010',
    ogrn: '1997700001011',
    kpp: '770001001',
    regionCode: '77',
    city: 'Москва',
    legalAddress: '101000, г. Москва, Полевой пер., д. 7, офис 12',
    site: 'https://romashka.example',
    phone: '+74950000101',
    profileEmail: 'office@romashka.example',
    timeZone: 'Europe/Moscow',
    educationType: null,
    educationLevels: [],
  },
  vector: {
    side: 'EMPLOYER',
    legalForm: 'LEGAL_ENTITY',
    fullName: 'Акционерное общество «Вектор»',
    shortName: 'АО «Вектор»',
    inn: '6600001021',
    ogrn: '1996600001022',
    kpp: '660001001',
    regionCode: '66',
    city: 'Екатеринбург',
    legalAddress: '620000, г. Екатеринбург, ул. Приборостроителей, д. 3',
    site: 'https://vector.example',
    phone: '+73430000102',
    profileEmail: 'office@vector.example',
    timeZone: 'Asia/Yekaterinburg',
    educationType: null,
    educationLevels: [],
  },
  lugov: {
    side: 'EMPLOYER',
    legalForm: 'SOLE_PROPRIETOR',
    fullName: 'Индивидуальный предприниматель Лугов Пётр Ильич',
    shortName: 'ИП Лугов П. И.',
    inn: '770000000156',
    ogrn: '399770000001060',
    kpp: null,
    regionCode: '77',
    city: 'Москва',
    legalAddress: '101000, г. Москва, Луговой проезд, д. 2',
    site: null,
    phone: '+74950000106',
    profileEmail: 'office@lugov.example',
    timeZone: 'Europe/Moscow',
    educationType: null,
    educationLevels: [],
  },
  szgu: {
    side: 'EDUCATION',
    legalForm: 'LEGAL_ENTITY',
    fullName:
      'Федеральное государственное бюджетное образовательное учреждение высшего образования ' +
      '«Северо-Запольский государственный университет»',
    shortName: 'ФГБОУ ВО «Северо-Запольский государственный университет»',
    inn: '6000001037',
    ogrn: '1996000001039',
    kpp: '600001001',
    regionCode: '60',
    city: 'Запольск',
    legalAddress: '180000, г. Запольск, Университетская наб., д. 1',
    site: 'https://szgu.example',
    phone: '+78110000103',
    profileEmail: 'office@szgu.example',
    timeZone: 'Europe/Moscow',
    educationType: 'HIGHER',
    educationLevels: ['BACHELOR', 'SPECIALIST', 'MASTER', 'POSTGRADUATE'],
  },
  zkit: {
    side: 'EDUCATION',
    legalForm: 'LEGAL_ENTITY',
    fullName:
      'Государственное бюджетное профессиональное образовательное учреждение ' +
      '«Запольский колледж информационных технологий»',
    shortName: 'ГБПОУ «Запольский колледж информационных технологий»',
    inn: '6000001044',
    ogrn: '1996000001040',
    kpp: '600001002',
    regionCode: '60',
    city: 'Запольск',
    legalAddress: '180000, г. Запольск, ул. Программистов, д. 16',
    site: 'https://zkit.example',
    phone: '+78110000104',
    profileEmail: 'office@zkit.example',
    timeZone: 'Europe/Moscow',
    educationType: 'VOCATIONAL',
    educationLevels: ['SPO_WORKER', 'SPO_SPECIALIST'],
  },
  platform: {
    side: 'PLATFORM',
    legalForm: 'OTHER',
    fullName: 'Оператор системы «Практика» (демонстрация)',
    shortName: 'Платформа «Практика»',
    inn: '7700001059',
    ogrn: '1997700001055',
    kpp: '770001002',
    regionCode: '77',
    city: 'Москва',
    legalAddress: '101000, г. Москва, Системный пер., д. 1',
    site: null,
    phone: '+74950000105',
    profileEmail: 'office@praktika.example',
    timeZone: 'Europe/Moscow',
    educationType: null,
    educationLevels: [],
  },
} as const satisfies Record<string, DemoOrganization>;

export type DemoOrganizationKey = keyof typeof DEMO_ORGANIZATIONS;

/** Who is whose partner: employer, then educational organization. */
export const DEMO_PARTNERSHIPS: readonly (readonly [DemoOrganizationKey, DemoOrganizationKey])[] = [
  ['romashka', 'szgu'],
  ['romashka', 'zkit'],
  ['vector', 'szgu'],
  ['lugov', 'szgu'],
  ['lugov', 'zkit'],
];

/** What a person of the demo does for one organization. */
export interface DemoMembership {
  readonly organization: DemoOrganizationKey;
  readonly role: Role;
  readonly position: string;
}
