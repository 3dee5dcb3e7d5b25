import { Injectable } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { validate as isUuid } from 'uuid';
import type { Actor } from '../../core/access/index.js';
import { Database, type Statement } from '../../core/database/index.js';
import { notFound } from '../../core/errors/index.js';
import { EducationDeclarationDto } from './declaration/declaration.dto.js';
import { DECLARATION, type DeclarationRow } from './declaration/declaration.queries.js';
import { PUBLIC_COLUMNS } from './organization-columns.js';
import { OrganizationRowDto } from './registry/registry.dto.js';

/** The public part of an organization, and what it is to the one that looks (domain.md §8.1). */
export class PublicOrganizationDto extends OrganizationRowDto {
  @ApiProperty({ type: EducationDeclarationDto, description: 'Что заявила; у работодателей пусто' })
  education: EducationDeclarationDto;
}

/** Values: own organization, the other one. The platform's own organization is not among them. */
const PUBLIC_ORGANIZATION: Statement = {
  name: 'organizations.public',
  text: `SELECT ${PUBLIC_COLUMNS} FROM organizations o WHERE o.id = $2 AND o.side <> 'PLATFORM'`,
};

/** Organizations as everybody signed in may know them. */
@Injectable()
export class PublicOrganizations {
  constructor(private readonly database: Database) {}

  /** @throws Refusal `not_found` */
  async one(actor: Actor, id: string): Promise<PublicOrganizationDto> {
    if (!isUuid(id)) throw notFound();
    const [[row], [declared]] = await Promise.all([
      this.database.read<OrganizationRowDto & Record<string, unknown>>(actor, PUBLIC_ORGANIZATION, [
        actor.organizationId,
        id,
      ]),
      this.database.read<DeclarationRow>(actor, DECLARATION, [id]),
    ]);
    if (!row || !declared) throw notFound();
    const { levels, programmes, areaCodes } = declared;
    return { ...row, education: { levels, programmes, areaCodes } };
  }
}
