import { Injectable } from '@nestjs/common';
import { permissionsOf } from '@praktika/contracts';
import type { Actor, Person } from '../../core/access/index.js';
import { Database } from '../../core/database/index.js';
import { Refusal } from '../../core/errors/index.js';
import type { CountersDto, CurrentOrganizationDto, MeDto } from './me.dto.js';
import {
  BADGE_LIMIT,
  COUNTERS,
  HAS_DEMO_DATA,
  OWN_ORGANIZATIONS,
  OWN_PERSON,
  type MembershipRow,
  type PersonRow,
} from './sign-in.queries.js';
import { organizationDto, personDto } from './signed-in.view.js';

/** Who the session is: person, organization, rights, counters. */
@Injectable()
export class Me {
  constructor(private readonly database: Database) {}

  async of({ personId }: Person, actor: Actor | undefined): Promise<MeDto> {
    const [[person], organizations, [demo], counters] = await Promise.all([
      this.database.read<PersonRow>({ personId }, OWN_PERSON, [personId]),
      this.database.read<MembershipRow>({ personId }, OWN_ORGANIZATIONS, [personId]),
      this.database.read<{ demo: boolean }>({}, HAS_DEMO_DATA),
      this.counters(actor),
    ]);
    if (!person) throw new Refusal('unauthenticated');
    const current = organizations.find(({ id }) => id === actor?.organizationId);
    const roles = current?.roles ?? [];
    return {
      person: personDto(person),
      organization: current ? currentDto(current) : null,
      organizations: organizations.map(organizationDto),
      roles,
      permissions: [...permissionsOf(roles)],
      counters,
      demo: demo?.demo ?? false,
      apiUserId: current?.id ?? null,
    };
  }

  private async counters(actor: Actor | undefined): Promise<CountersDto> {
    if (!actor) return { waitingForMe: 0, unreadNotifications: 0 };
    const [row] = await this.database.read<{ waiting_for_me: number; unread_notifications: number }>(
      actor,
      COUNTERS,
      [actor.organizationId, actor.personId, BADGE_LIMIT],
    );
    const readsDocuments = actor.permissions.has('documents:read');
    return {
      waitingForMe: readsDocuments ? (row?.waiting_for_me ?? 0) : 0,
      unreadNotifications: row?.unread_notifications ?? 0,
    };
  }
}

const currentDto = ({ id, name, side, time_zone, inn, ogrn }: MembershipRow): CurrentOrganizationDto => ({
  id,
  name,
  side,
  timezone: time_zone,
  inn,
  ogrn,
});
