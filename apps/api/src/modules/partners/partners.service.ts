import { Injectable } from '@nestjs/common';
import { DOCUMENT_KINDS, searchText } from '@praktika/contracts';
import { validate as isUuid } from 'uuid';
import type { Actor } from '../../core/access/index.js';
import { Database } from '../../core/database/index.js';
import { notFound } from '../../core/errors/index.js';
import {
  partnerCardDto,
  partnerDto,
  partnerEventDto,
  type PartnerCardDto,
  type PartnerPersonDto,
  type PartnersDto,
  type PartnersQueryDto,
} from './partners.dto.js';
import {
  PARTNER,
  PARTNER_HISTORY,
  PARTNER_PEOPLE,
  PARTNER_PRACTICES,
  PARTNERS,
  PARTNERS_LIMIT,
  type PartnerCardRow,
  type PartnerEventRow,
  type PartnerRow,
  type PracticeRow,
  type ResponsibleRow,
} from './partners.queries.js';

/** Organizations the actor's is or was in partnership with. */
@Injectable()
export class Partners {
  constructor(private readonly database: Database) {}

  async list(actor: Actor, { q, status }: PartnersQueryDto): Promise<PartnersDto> {
    const text = searchText(q).replace(/[\\%_]/g, '\\$&');
    const values = [actor.organizationId, text, PARTNERS_LIMIT, status];
    const rows = await this.database.read<PartnerRow>(actor, PARTNERS, values);
    return { items: rows.map(partnerDto) };
  }

  /** @throws Refusal `not_found` for an organization there never was a partnership with */
  async card(actor: Actor, id: string): Promise<PartnerCardDto> {
    if (!isUuid(id)) throw notFound();
    const values = [actor.organizationId, id];
    const [row] = await this.database.read<PartnerCardRow & Record<string, unknown>>(actor, PARTNER, [
      ...values,
      DOCUMENT_KINDS,
    ]);
    if (!row) throw notFound();
    const pair = [row.employerId, row.educationId];
    const [history, people, practices] = await Promise.all([
      this.database.read<PartnerEventRow & Record<string, unknown>>(actor, PARTNER_HISTORY, [
        ...pair,
        actor.organizationId,
      ]),
      this.database.read<ResponsibleRow & Record<string, unknown>>(actor, PARTNER_PEOPLE, pair),
      this.database.read<PracticeRow & Record<string, unknown>>(actor, PARTNER_PRACTICES, [
        ...pair,
        actor.organizationId,
      ]),
    ]);
    const mayEnd = row.status === 'ACTIVE' && actor.permissions.has('partners:manage');
    return partnerCardDto(row, {
      history: history.map(partnerEventDto),
      people: people.map((person) => personOf(person, id)),
      practices,
      mayEnd,
    });
  }
}

const personOf = (
  { organizationId, fullName, position, phone, email }: ResponsibleRow,
  partnerId: string,
): PartnerPersonDto => ({
  ofPartner: organizationId === partnerId,
  fullName: fullName ?? '',
  position: position ?? null,
  phone: phone ?? null,
  email: email ?? null,
});
