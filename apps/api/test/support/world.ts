import type { Role } from '@praktika/contracts';
import type pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { Passwords } from '../../src/core/auth/index.js';

/** A person who can sign in, in one organization. */
export interface TestPerson {
  readonly id: string;
  readonly organizationId: string;
  readonly email: string;
  readonly surname: string;
  readonly givenName: string;
  readonly patronymic: string;
  readonly snils: string;
  readonly position: string;
  readonly role: Role;
}

export interface TestOrganization {
  readonly id: string;
  readonly side: 'EMPLOYER' | 'EDUCATION';
  readonly fullName: string;
  readonly inn: string;
  readonly ogrn: string;
  readonly profileEmail: string;
  readonly people: Readonly<Record<PersonKey, TestPerson>>;
}

/** One person per role of an organization. */
export const PERSON_KEYS = {
  head: 'HEAD',
  administrator: 'ADMINISTRATOR',
  manager: 'MANAGER',
  lawyer: 'LAWYER',
  signatory: 'SIGNATORY',
  clerk: 'CLERK',
  observer: 'OBSERVER',
} as const satisfies Record<string, Role>;

export type PersonKey = keyof typeof PERSON_KEYS;

/** Two disjoint pairs of partners: what one pair holds, the other must never see. */
export interface World {
  readonly employer: TestOrganization;
  readonly university: TestOrganization;
  readonly foreignEmployer: TestOrganization;
  readonly foreignUniversity: TestOrganization;
}

export const TEST_PASSWORD = 'Correct-horse-battery-9';

const ORGANIZATIONS = [
  ['employer', 'EMPLOYER', 'ООО «Сосна»', '7710474375', '1047702026701', 'Europe/Moscow'],
  [
    'university',
    'EDUCATION',
    'ФГБОУ ВО «Приозёрный университет»',
    '7704853840',
    '1037739010891',
    'Europe/Moscow',
  ],
  ['foreignEmployer', 'EMPLOYER', 'АО «Чужой завод»', '7707083893', '1027700132195', 'Asia/Yekaterinburg'],
  [
    'foreignUniversity',
    'EDUCATION',
    'ГБПОУ «Чужой колледж»',
    '7736050003',
    '1027700070518',
    'Asia/Kamchatka',
  ],
] as const;

/** Fills an empty test database with the world; every password is TEST_PASSWORD. */
export async function createWorld(owner: pg.Client, now: Date): Promise<World> {
  const passwordHash = await new Passwords().hash(TEST_PASSWORD);
  const entries: [string, TestOrganization][] = [];
  for (const [index, [key, side, fullName, inn, ogrn, zone]] of ORGANIZATIONS.entries()) {
    const id = uuidv7();
    const profileEmail = `office@${key.toLowerCase()}.test`;
    await owner.query(
      `INSERT INTO organizations (id, side, legal_form, full_name, inn, ogrn, kpp, profile_email, time_zone, acting,
         search_text, created_at, updated_at)
       VALUES ($1, $2, 'LEGAL_ENTITY', $3, $4, $5, '770101001', $6, $7, true,
         normalize_search($3 || ' ' || $4 || ' ' || $5), $8, $8)`,
      [id, side, fullName, inn, ogrn, profileEmail, zone, now],
    );
    const people = await createPeople(owner, { id, key, index }, passwordHash, now);
    entries.push([key, { id, side, fullName, inn, ogrn, profileEmail, people }]);
  }
  const world = Object.fromEntries(entries) as unknown as World;
  await createPartnership(owner, world.employer.id, world.university.id, now);
  await createPartnership(owner, world.foreignEmployer.id, world.foreignUniversity.id, now);
  return world;
}

/** Makes two organizations partners. */
export async function createPartnership(
  owner: pg.Client,
  employerId: string,
  educationId: string,
  now: Date,
): Promise<void> {
  await owner.query(
    `INSERT INTO partnerships (id, employer_id, education_organization_id, status, started_at)
     VALUES ($1, $2, $3, 'ACTIVE', $4)`,
    [uuidv7(), employerId, educationId, now],
  );
}

async function createPeople(
  owner: pg.Client,
  organization: { id: string; key: string; index: number },
  passwordHash: string,
  now: Date,
): Promise<Record<PersonKey, TestPerson>> {
  const people: [string, TestPerson][] = [];
  for (const [order, [key, role]] of Object.entries(PERSON_KEYS).entries()) {
    const person: TestPerson = {
      id: uuidv7(),
      organizationId: organization.id,
      email: `${key}@${organization.key.toLowerCase()}.test`,
      surname: `Фамилина-${organization.key}-${key}`,
      givenName: 'Анна',
      patronymic: 'Сергеевна',
      snils: snilsOf(112_233_000 + organization.index * 100 + order),
      position: `Должность ${key}`,
      role,
    };
    await owner.query(
      `INSERT INTO people (id, surname, given_name, patronymic, email, snils, password_hash, created_at, updated_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8)`,
      [
        person.id,
        person.surname,
        person.givenName,
        person.patronymic,
        person.email,
        person.snils,
        passwordHash,
        now,
      ],
    );
    await owner.query(
      `INSERT INTO memberships (id, organization_id, person_id, roles, position, started_at)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [uuidv7(), organization.id, person.id, [role], person.position, now],
    );
    people.push([key, person]);
  }
  return Object.fromEntries(people) as Record<PersonKey, TestPerson>;
}

/** The platform's own organization with its moderator, for the tests that have one. */
export async function createModerator(owner: pg.Client, now: Date): Promise<TestPerson> {
  const organizationId = uuidv7();
  const person: TestPerson = {
    id: uuidv7(),
    organizationId,
    email: 'moderator@platform.test',
    surname: 'Модераторова',
    givenName: 'Нина',
    patronymic: 'Олеговна',
    snils: snilsOf(112_239_000),
    position: 'Модератор',
    role: 'MODERATOR',
  };
  await owner.query(
    `INSERT INTO organizations (id, side, legal_form, full_name, inn, ogrn, profile_email, acting, search_text,
       created_at, updated_at)
     VALUES ($1, 'PLATFORM', 'OTHER', 'Платформа', '7700001059', '1997700001055', 'office@platform.test', true,
       'платформа', $2, $2)`,
    [organizationId, now],
  );
  await owner.query(
    `INSERT INTO people (id, surname, given_name, patronymic, email, password_hash, created_at, updated_at)
     SELECT $1, $2, $3, $4, $5, password_hash, $6, $6 FROM people WHERE password_hash IS NOT NULL LIMIT 1`,
    [person.id, person.surname, person.givenName, person.patronymic, person.email, now],
  );
  await owner.query(
    `INSERT INTO memberships (id, organization_id, person_id, roles, position, started_at)
     VALUES ($1, $2, $3, ARRAY['MODERATOR'], $4, $5)`,
    [uuidv7(), organizationId, person.id, person.position, now],
  );
  return person;
}

/** A valid СНИЛС for nine digits. */
export function snilsOf(number: number): string {
  const digits = String(number).padStart(9, '0');
  const sum = [...digits].reduce((total, digit, index) => total + Number(digit) * (9 - index), 0) % 101;
  return digits + String(sum === 100 ? 0 : sum).padStart(2, '0');
}
