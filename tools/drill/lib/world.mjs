/** Organizations and people of a drill, written by the owner into an empty database. */
import { hash } from '@node-rs/argon2';
import { v7 as uuidv7 } from 'uuid';
import { withClient } from '../../postgres/index.mjs';
import { innOf, ogrnOf, snilsOf } from './numbers.mjs';

/** Everybody's password. */
export const PASSWORD = 'Correct-horse-battery-9';

const zones = ['Europe/Moscow', 'Asia/Yekaterinburg', 'Asia/Kamchatka', 'Europe/Kaliningrad'];

/**
 * Makes pairs of an employer and a university who are partners; each has a head, who signs, and a manager, who
 * writes and withdraws. Time zones differ from pair to pair, Moscow first.
 *
 * @returns `[{employer, university}]`, each `{id, fullName, inn, ogrn, timeZone, profileEmail, head, manager}`
 */
export async function createWorld(ownerUrl, { pairs = 1, now = new Date() } = {}) {
  const passwordHash = await hash(PASSWORD, {
    algorithm: 2,
    memoryCost: 46 * 1024,
    timeCost: 1,
    parallelism: 1,
  });
  return withClient(ownerUrl, async (client) => {
    const world = [];
    for (let index = 0; index < pairs; index += 1) {
      const timeZone = zones[index % zones.length];
      const make = (side, name, number) =>
        createOrganization(client, {
          side,
          fullName: `${name} ${index + 1}»`,
          number,
          timeZone,
          passwordHash,
          now,
        });
      const employer = await make('EMPLOYER', 'ООО «Сосна', 2 * index + 1);
      const university = await make('EDUCATION', 'ФГБОУ ВО «Приозёрный университет', 2 * index + 2);
      await client.query(
        `INSERT INTO partnerships (id, employer_id, education_organization_id, status, started_at)
         VALUES ($1, $2, $3, 'ACTIVE', $4)`,
        [uuidv7(), employer.id, university.id, now],
      );
      world.push({ employer, university });
    }
    return world;
  });
}

async function createOrganization(client, { side, fullName, number, timeZone, passwordHash, now }) {
  const organization = {
    id: uuidv7(),
    side,
    fullName,
    inn: innOf(number),
    ogrn: ogrnOf(number),
    timeZone,
    profileEmail: `office${number}@drill.test`,
  };
  const { id, inn, ogrn, profileEmail } = organization;
  await client.query(
    `INSERT INTO organizations (id, side, legal_form, full_name, inn, ogrn, kpp, profile_email, time_zone, acting,
       search_text, created_at, updated_at)
     VALUES ($1, $2, 'LEGAL_ENTITY', $3, $4, $5, '770101001', $6, $7, true,
       normalize_search($3 || ' ' || $4 || ' ' || $5), $8, $8)`,
    [id, side, fullName, inn, ogrn, profileEmail, timeZone, now],
  );
  for (const [order, role] of ['HEAD', 'MANAGER'].entries()) {
    const key = role.toLowerCase();
    organization[key] = await createPerson(client, {
      organization,
      role,
      passwordHash,
      now,
      email: `${key}${number}@drill.test`,
      snils: snilsOf(number * 10 + order),
    });
  }
  return organization;
}

async function createPerson(client, { organization, role, email, snils, passwordHash, now }) {
  const person = {
    id: uuidv7(),
    email,
    snils,
    surname: `Фамилин-${email.split('@')[0]}`,
    givenName: 'Анна',
    patronymic: 'Сергеевна',
    position: role === 'HEAD' ? 'Генеральный директор' : 'Специалист',
  };
  await client.query(
    `INSERT INTO people (id, surname, given_name, patronymic, email, snils, password_hash, created_at, updated_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8)`,
    [person.id, person.surname, person.givenName, person.patronymic, email, snils, passwordHash, now],
  );
  await client.query(
    `INSERT INTO memberships (id, organization_id, person_id, roles, position, started_at)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [uuidv7(), organization.id, person.id, [role], person.position, now],
  );
  return person;
}
