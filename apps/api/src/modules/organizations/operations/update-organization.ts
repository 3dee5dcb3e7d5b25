import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/access/index.js';
import { Clock } from '../../../core/clock/index.js';
import { Database } from '../../../core/database/index.js';
import { notFound, Refusal } from '../../../core/errors/index.js';
import { appendHistory } from '../../../core/history/index.js';
import { organizationDto, type OrganizationDto, type UpdateOrganizationDto } from '../organizations.dto.js';
import {
  ORGANIZATION_FOR_UPDATE,
  UPDATE_ORGANIZATION,
  type OrganizationRow,
} from '../organizations.queries.js';
import { organizationSearchText } from '../search-text.js';

/** Edits the organization's own profile; what changed goes into its journal by field name. */
@Injectable()
export class UpdateOrganization {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal `precondition_failed` when somebody edited it since `version` */
  async run(actor: Actor, version: number, changes: UpdateOrganizationDto): Promise<OrganizationDto> {
    return this.database.transaction(actor, async (tx) => {
      const [row] = await tx.query<OrganizationRow>(ORGANIZATION_FOR_UPDATE, [actor.organizationId]);
      if (!row) throw notFound();
      if (row.version !== version) throw stale(row.version);
      const present = organizationDto(row);
      const fields = changedFields(present, changes);
      if (fields.length === 0) return present;

      const now = this.clock.now();
      const next = { ...present, ...definedOf(changes) };
      const [updated] = await tx.query<OrganizationRow>(UPDATE_ORGANIZATION, [
        next.id,
        next.shortName,
        next.profileEmail,
        next.phone,
        next.site,
        next.legalAddress,
        next.city,
        next.timezone,
        organizationSearchText(next),
        now,
      ]);
      await appendHistory(tx, actor, now, {
        type: 'organization.updated',
        objectType: 'organization',
        objectId: next.id,
        payload: { fields },
      });
      return organizationDto(updated!);
    });
  }
}

const definedOf = (changes: UpdateOrganizationDto): Partial<OrganizationDto> =>
  Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));

function changedFields(present: OrganizationDto, changes: UpdateOrganizationDto): string[] {
  return Object.entries(definedOf(changes))
    .filter(([field, value]) => present[field as keyof OrganizationDto] !== value)
    .map(([field]) => field);
}

function stale(version: number): Refusal {
  const etag = `"v${version}"`;
  return new Refusal('precondition_failed', { extras: { etag }, headers: { etag } });
}
