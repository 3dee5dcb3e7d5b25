import type { DemoMembership } from './demo-organizations.js';

/** A fictional person of the demo; a head has the СНИЛС that the certificate names. */
export interface DemoPerson {
  readonly email: string;
  readonly surname: string;
  readonly givenName: string;
  readonly patronymic: string;
  readonly snils: string | null;
  readonly phone: string;
  /** Whether the demo's password opens this account. */
  readonly signsIn: boolean;
  readonly memberships: readonly DemoMembership[];
}

/** The one password of all demo accounts. */
export const DEMO_PASSWORD = 'Praktika-2026-demo';

/** The demo's people, accounts first in the order the sign-in page shows them. */
export const DEMO_PEOPLE: readonly DemoPerson[] = [
  {
    email: 'head@romashka.example',
    surname: 'Ромашкина',
    givenName: 'Елена',
    patronymic: 'Викторовна',
    snils: '11223344797',
    phone: '+79000000001',
    signsIn: true,
    memberships: [{ organization: 'romashka', role: 'HEAD', position: 'Генеральный директор' }],
  },
  {
    email: 'hr@romashka.example',
    surname: 'Смирнова',
    givenName: 'Ольга',
    patronymic: 'Андреевна',
    snils: '11223345496',
    phone: '+79000000002',
    signsIn: true,
    memberships: [
      { organization: 'romashka', role: 'MANAGER', position: 'Руководитель отдела персонала' },
      { organization: 'lugov', role: 'MANAGER', position: 'Специалист по персоналу' },
    ],
  },
  {
    email: 'head@vector.example',
    surname: 'Кузнецов',
    givenName: 'Андрей',
    patronymic: 'Павлович',
    snils: '11223346195',
    phone: '+79000000003',
    signsIn: true,
    memberships: [{ organization: 'vector', role: 'HEAD', position: 'Генеральный директор' }],
  },
  {
    email: 'hr@vector.example',
    surname: 'Попова',
    givenName: 'Мария',
    patronymic: 'Игоревна',
    snils: '11223346801',
    phone: '+79000000004',
    signsIn: true,
    memberships: [{ organization: 'vector', role: 'MANAGER', position: 'Ведущий специалист по персоналу' }],
  },
  {
    email: 'rector@szgu.example',
    surname: 'Орлов',
    givenName: 'Сергей',
    patronymic: 'Николаевич',
    snils: '11223347500',
    phone: '+79000000005',
    signsIn: true,
    memberships: [{ organization: 'szgu', role: 'HEAD', position: 'Ректор' }],
  },
  {
    email: 'practice@szgu.example',
    surname: 'Соколова',
    givenName: 'Анна',
    patronymic: 'Викторовна',
    snils: '11223348200',
    phone: '+79000000006',
    signsIn: true,
    memberships: [{ organization: 'szgu', role: 'MANAGER', position: 'Начальник отдела практик' }],
  },
  {
    email: 'director@zkit.example',
    surname: 'Михайлова',
    givenName: 'Татьяна',
    patronymic: 'Юрьевна',
    snils: '11223348906',
    phone: '+79000000007',
    signsIn: true,
    memberships: [{ organization: 'zkit', role: 'HEAD', position: 'Директор' }],
  },
  {
    email: 'student@szgu.example',
    surname: 'Волков',
    givenName: 'Илья',
    patronymic: 'Дмитриевич',
    snils: null,
    phone: '+79000000008',
    signsIn: true,
    memberships: [{ organization: 'szgu', role: 'STUDENT', position: 'Студент' }],
  },
  {
    email: 'moderator@praktika.example',
    surname: 'Зайцева',
    givenName: 'Нина',
    patronymic: 'Олеговна',
    snils: null,
    phone: '+79000000009',
    signsIn: true,
    memberships: [{ organization: 'platform', role: 'MODERATOR', position: 'Модератор' }],
  },
  {
    email: 'ops@praktika.example',
    surname: 'Титов',
    givenName: 'Роман',
    patronymic: 'Евгеньевич',
    snils: null,
    phone: '+79000000010',
    signsIn: true,
    memberships: [{ organization: 'platform', role: 'SYSTEM_OPERATOR', position: 'Оператор системы' }],
  },
  {
    email: 'lugov@lugov.example',
    surname: 'Лугов',
    givenName: 'Пётр',
    patronymic: 'Ильич',
    snils: '11223351794',
    phone: '+79000000011',
    signsIn: false,
    memberships: [{ organization: 'lugov', role: 'HEAD', position: 'Индивидуальный предприниматель' }],
  },
];
