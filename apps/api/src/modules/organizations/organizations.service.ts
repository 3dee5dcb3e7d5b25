import { Injectable } from '@nestjs/common';
import type { Actor } from '../../core/access/index.js';
import { Database } from '../../core/database/index.js';
import { notFound } from '../../core/errors/index.js';
import type { OwnEducationDeclarationDto } from './declaration/declaration.dto.js';
import { DECLARATION, type DeclarationRow } from './declaration/declaration.queries.js';
import { organizationDto, type OrganizationDto } from './organizations.dto.js';
import { ORGANIZATION, type OrganizationRow } from './organizations.queries.js';

/** Reads of one's own organization. */
@Injectable()
export class Organizations {
  constructor(private readonly database: Database) {}

  async own(actor: Actor): Promise<OrganizationDto> {
    const [row] = await this.database.read<OrganizationRow>(actor, ORGANIZATION, [actor.organizationId]);
    if (!row) throw notFound();
    return organizationDto(row);
  }

  /** What it declares to teach; empty lists for an employer. */
  async declaration(actor: Actor): Promise<OwnEducationDeclarationDto> {
    const [row] = await this.database.read<DeclarationRow>(actor, DECLARATION, [actor.organizationId]);
    if (!row) throw notFound();
    return row;
  }
}
