import { permissionsOf, type OrganizationSide, type Role } from '@praktika/contracts';
import type { ClientBase } from 'pg';
import type { Actor } from '../core/access/index.js';
import {
  DEMO_ORGANIZATIONS,
  DEMO_PEOPLE,
  type DemoOrganization,
  type DemoOrganizationKey,
  type DemoPerson,
} from '../modules/organizations/seed/index.js';

interface MemberRow {
  readonly inn: string;
  readonly email: string;
  readonly organization_id: string;
  readonly person_id: string;
  readonly side: OrganizationSide;
  readonly roles: Role[];
  readonly time_zone: string;
}

const MEMBERS = `
  SELECT o.inn, p.email, o.id AS organization_id, p.id AS person_id, o.side, m.roles, o.time_zone
    FROM memberships m JOIN organizations o ON o.id = m.organization_id AND o.demo
    JOIN people p ON p.id = m.person_id WHERE m.ended_at IS NULL`;

/** The demo's people as actors of the real commands. */
export class DemoActors {
  private constructor(private readonly members: readonly MemberRow[]) {}

  /** @param client connection of the owner */
  static async read(client: ClientBase): Promise<DemoActors> {
    return new DemoActors((await client.query<MemberRow>(MEMBERS)).rows);
  }

  /** Who signs for the organization. */
  head(key: DemoOrganizationKey): Actor {
    return this.actor(key, headOf(key).email);
  }

  /** Who does the daily work: the manager, or the head where there is no other. */
  worker(key: DemoOrganizationKey): Actor {
    const manager = DEMO_PEOPLE.find(({ memberships }) =>
      memberships.some(({ organization, role }) => organization === key && role === 'MANAGER'),
    );
    return this.actor(key, (manager ?? headOf(key)).email);
  }

  /** Who decides on proposed professions. */
  moderator(): Actor {
    const person = DEMO_PEOPLE.find(({ memberships }) =>
      memberships.some(({ role }) => role === 'MODERATOR'),
    );
    if (!person) throw new TypeError('the demo has no moderator');
    return this.actor('platform', person.email);
  }

  private actor(key: DemoOrganizationKey, email: string): Actor {
    const { inn } = DEMO_ORGANIZATIONS[key];
    const row = this.members.find((member) => member.inn === inn && member.email === email);
    if (!row) throw new TypeError(`the demo has no ${email} in ${key}`);
    return {
      personId: row.person_id,
      organizationId: row.organization_id,
      side: row.side,
      roles: row.roles,
      permissions: permissionsOf(row.roles),
      timeZone: row.time_zone,
      requestId: 'demo',
      ip: '127.0.0.1',
    };
  }
}

/** The organization's head. */
export function headOf(key: DemoOrganizationKey): DemoPerson {
  const head = DEMO_PEOPLE.find(({ memberships }) =>
    memberships.some(({ organization, role }) => organization === key && role === 'HEAD'),
  );
  if (!head) throw new TypeError(`the demo's ${key} has no head`);
  return head;
}

/** The position of a person in an organization. */
export function positionOf(person: DemoPerson, key: DemoOrganizationKey): string {
  return person.memberships.find(({ organization }) => organization === key)?.position ?? '';
}

export const fullNameOf = ({ surname, givenName, patronymic }: DemoPerson): string =>
  `${surname} ${givenName} ${patronymic}`;

export const organizationOf = (key: DemoOrganizationKey): DemoOrganization => DEMO_ORGANIZATIONS[key];
