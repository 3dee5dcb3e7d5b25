import { levelOfSpecialty } from '@praktika/contracts';
import type { ClientBase } from 'pg';
import { Passwords } from '../../../core/auth/index.js';
import { newId } from '../../../core/ids/index.js';
import { organizationSearchText } from '../search-text.js';
import {
  DEMO_ORGANIZATIONS,
  DEMO_PARTNERSHIPS,
  type DemoOrganization,
  type DemoOrganizationKey,
} from './demo-organizations.js';
import { DEMO_DECLARATIONS, type DemoDeclaration } from './demo-declarations.js';
import { DEMO_PASSWORD, DEMO_PEOPLE, type DemoPerson } from './demo-people.js';

/** The demo as it stands in the database: the constants with their ids. */
export interface DemoWorld {
  readonly organizations: Readonly<Record<DemoOrganizationKey, DemoOrganization & { readonly id: string }>>;
  /** By e-mail. */
  readonly people: ReadonlyMap<string, DemoPerson & { readonly id: string }>;
}

const ORGANIZATIONS = `
  INSERT INTO organizations (id, side, legal_form, full_name, short_name, inn, ogrn, kpp, region_code, city,
    legal_address, site, phone, profile_email, time_zone, education_type, education_levels, acting, demo,
    search_text, created_at, updated_at)
  SELECT o.id, o.side, o."legalForm", o."fullName", o."shortName", o.inn, o.ogrn, o.kpp, o."regionCode", o.city,
         o."legalAddress", o.site, o.phone, o."profileEmail", o."timeZone", o."educationType",
         o."educationLevels", true, true, o."searchText", $2, $2
    FROM jsonb_to_recordset($1) o (id uuid, side text, "legalForm" text, "fullName" text, "shortName" text,
      inn text, ogrn text, kpp text, "regionCode" text, city text, "legalAddress" text, site text, phone text,
      "profileEmail" text, "timeZone" text, "educationType" text, "educationLevels" text[], "searchText" text)`;

const PEOPLE = `
  INSERT INTO people (id, surname, given_name, patronymic, email, snils, phone, password_hash, created_at, updated_at)
  SELECT p.id, p.surname, p."givenName", p.patronymic, p.email, p.snils, p.phone, p."passwordHash", $2, $2
    FROM jsonb_to_recordset($1) p (id uuid, surname text, "givenName" text, patronymic text, email text,
      snils text, phone text, "passwordHash" text)`;

const MEMBERSHIPS = `
  INSERT INTO memberships (id, organization_id, person_id, roles, position, phone, started_at)
  SELECT m.id, m."organizationId", m."personId", ARRAY[m.role], m.position, m.phone, $2
    FROM jsonb_to_recordset($1) m (id uuid, "organizationId" uuid, "personId" uuid, role text, position text,
      phone text)`;

const PROGRAMMES = `
  INSERT INTO organization_programmes (organization_id, specialty_code, specialty_name, level)
  SELECT p."organizationId", p."specialtyCode", p."specialtyName", p.level
    FROM jsonb_to_recordset($1) p ("organizationId" uuid, "specialtyCode" text, "specialtyName" text, level text)`;

const AREAS = `
  INSERT INTO organization_areas (organization_id, area_code)
  SELECT a."organizationId", a."areaCode" FROM jsonb_to_recordset($1) a ("organizationId" uuid, "areaCode" text)`;

const PARTNERSHIPS = `
  INSERT INTO partnerships (id, employer_id, education_organization_id, status, started_at)
  SELECT p.id, p."employerId", p."educationId", 'ACTIVE', $2
    FROM jsonb_to_recordset($1) p (id uuid, "employerId" uuid, "educationId" uuid)`;

/**
 * Writes the demo's organizations, people and partnerships. Once per database: a second call meets the unique keys.
 *
 * @param client connection of the owner, in the caller's transaction
 * @param now since when they are there; documents of the demo are younger
 */
export async function seedDemoOrganizations(client: ClientBase, now: Date): Promise<DemoWorld> {
  const world = withIds();
  const people = [...world.people.values()];
  const organizations = Object.values(world.organizations);
  await insert(client, ORGANIZATIONS, organizations.map(withSearchText), now);
  await insert(client, PEOPLE, await withPasswords(people), now);
  await insert(
    client,
    MEMBERSHIPS,
    people.flatMap((person) => membershipsOf(world, person)),
    now,
  );
  await insert(client, PARTNERSHIPS, partnershipsOf(world), now);
  await client.query(PROGRAMMES, [JSON.stringify(declared(world, programmesOf))]);
  await client.query(AREAS, [JSON.stringify(declared(world, areasOf))]);
  return world;
}

function withIds(): DemoWorld {
  const organizations = Object.fromEntries(
    Object.entries(DEMO_ORGANIZATIONS).map(([key, organization]) => [key, { ...organization, id: newId() }]),
  ) as unknown as DemoWorld['organizations'];
  const people = new Map(DEMO_PEOPLE.map((person) => [person.email, { ...person, id: newId() }]));
  return { organizations, people };
}

const insert = (client: ClientBase, text: string, rows: readonly object[], now: Date) =>
  client.query(text, [JSON.stringify(rows), now]);

const withSearchText = (organization: DemoOrganization) => ({
  ...organization,
  searchText: organizationSearchText(organization),
});

/** One hash serves all: the password is public anyway. */
async function withPasswords(people: readonly DemoPerson[]): Promise<object[]> {
  const hash = await new Passwords().hash(DEMO_PASSWORD);
  return people.map((person) => ({ ...person, passwordHash: person.signsIn ? hash : null }));
}

const membershipsOf = (world: DemoWorld, person: DemoPerson & { readonly id: string }) =>
  person.memberships.map(({ organization, role, position }) => ({
    id: newId(),
    organizationId: world.organizations[organization].id,
    personId: person.id,
    role,
    position,
    phone: person.phone,
  }));

const partnershipsOf = ({ organizations }: DemoWorld) =>
  DEMO_PARTNERSHIPS.map(([employer, education]) => ({
    id: newId(),
    employerId: organizations[employer].id,
    educationId: organizations[education].id,
  }));

/** Rows of what the organizations of the demo declare. */
const declared = <Row extends object>(
  { organizations }: DemoWorld,
  rowsOf: (declaration: DemoDeclaration) => readonly Row[],
) =>
  Object.entries(DEMO_DECLARATIONS).flatMap(([key, declaration]) =>
    rowsOf(declaration).map((row) => ({
      ...row,
      organizationId: organizations[key as keyof typeof DEMO_DECLARATIONS].id,
    })),
  );

const programmesOf = ({ programmes }: DemoDeclaration) =>
  programmes.map(([specialtyCode, specialtyName]) => ({
    specialtyCode,
    specialtyName,
    level: levelOfSpecialty(specialtyCode),
  }));

const areasOf = ({ areaCodes }: DemoDeclaration) => areaCodes.map((areaCode) => ({ areaCode }));
