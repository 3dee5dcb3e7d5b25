import { Injectable } from '@nestjs/common';
import { searchText } from '@praktika/contracts';
import type { Actor } from '../../core/access/index.js';
import { Database } from '../../core/database/index.js';
import { partnerDto, type PartnersDto } from './partners.dto.js';
import { PARTNERS, PARTNERS_LIMIT, type PartnerRow } from './partners.queries.js';

/** Organizations in an active partnership with the actor's. */
@Injectable()
export class Partners {
  constructor(private readonly database: Database) {}

  /** @param search part of a name, ИНН or ОГРН, however typed */
  async list(actor: Actor, search: string | undefined): Promise<PartnersDto> {
    const text = searchText(search).replace(/[\\%_]/g, '\\$&');
    const rows = await this.database.read<PartnerRow>(actor, PARTNERS, [
      actor.organizationId,
      text,
      PARTNERS_LIMIT,
    ]);
    return { items: rows.map(partnerDto) };
  }
}
