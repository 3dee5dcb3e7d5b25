import { Injectable } from '@nestjs/common';
import { permissionsOf } from '@praktika/contracts';
import type { Actor, Person } from '../../core/access/index.js';
import { Database } from '../../core/database/index.js';
import { Refusal } from '../../core/errors/index.js';
import { CounterQueries } from '../notifications/index.js';
import type { CountersDto, CurrentOrganizationDto, MeDto } from './me.dto.js';
import {
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
  constructor(
    private readonly database: Database,
    private readonly counters: CounterQueries,
  ) {}

  async of({ personId }: Person, actor: Actor | undefined): Promise<MeDto> {
    const [[person], organizations, [demo], counters] = await Promise.all([
      this.database.read<PersonRow>({ personId }, OWN_PERSON, [personId]),
      this.database.read<MembershipRow>({ personId }, OWN_ORGANIZATIONS, [personId]),
      this.database.read<{ demo: boolean }>({}, HAS_DEMO_DATA),
      actor ? this.counters.of(actor) : NOTHING,
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
}

const NOTHING: CountersDto = { waitingForMe: 0, waitingApplications: 0, unreadNotifications: 0 };

const currentDto = ({ id, name, side, time_zone, inn, ogrn }: MembershipRow): CurrentOrganizationDto => ({
  id,
  name,
  side,
  timezone: time_zone,
  inn,
  ogrn,
});
