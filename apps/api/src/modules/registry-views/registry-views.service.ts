import { Injectable } from '@nestjs/common';
import type { Actor } from '../../core/access/index.js';
import { Database } from '../../core/database/index.js';
import { REGISTRY_VIEWS, type RegistryViewRow } from './registry-views.queries.js';
import { registryViewDto, type RegistryViewsDto } from './registry-views.dto.js';

/** Most views one answer lists, own ones first. */
const LISTED = 500;

/** Reads of saved views. */
@Injectable()
export class RegistryViews {
  constructor(private readonly database: Database) {}

  async list(actor: Actor): Promise<RegistryViewsDto> {
    const values = [actor.organizationId, actor.personId, LISTED];
    const rows = await this.database.read<RegistryViewRow>(actor, REGISTRY_VIEWS, values);
    return { items: rows.map((row) => registryViewDto(row, actor.personId)) };
  }
}
