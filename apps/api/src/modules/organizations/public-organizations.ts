import { Injectable } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { ORGANIZATION_SIDES, type OrganizationSide } from '@praktika/contracts';
import { validate as isUuid } from 'uuid';
import type { Actor } from '../../core/access/index.js';
import { Database, type Statement } from '../../core/database/index.js';
import { notFound } from '../../core/errors/index.js';

const nullableText = { type: String, nullable: true } as const;

/** The public part of an organization, and what it is to the one that looks (domain.md §8.1). */
export class PublicOrganizationDto {
  @ApiProperty({ format: 'uuid' })
  id: string;
  @ApiProperty({ enum: ORGANIZATION_SIDES, enumName: 'OrganizationSide' })
  side: OrganizationSide;
  @ApiProperty()
  fullName: string;
  @ApiProperty(nullableText)
  shortName: string | null;
  @ApiProperty()
  inn: string;
  @ApiProperty(nullableText)
  ogrn: string | null;
  @ApiProperty(nullableText)
  regionCode: string | null;
  @ApiProperty(nullableText)
  site: string | null;
  @ApiProperty({ description: 'Работает ли организация в системе' })
  hasAccount: boolean;
  @ApiProperty({ description: 'Действует ли партнёрство с вашей организацией' })
  isPartner: boolean;
  @ApiProperty({
    ...nullableText,
    format: 'uuid',
    description: 'Заявка на партнерство между вами на рассмотрении',
  })
  openApplicationId: string | null;
}

/** Values: own organization, the other one. The platform's own organization is not among them. */
const PUBLIC_ORGANIZATION: Statement = {
  name: 'organizations.public',
  text: `SELECT o.id, o.side, o.full_name AS "fullName", o.short_name AS "shortName", o.inn, o.ogrn,
           o.region_code AS "regionCode", o.site, o.acting AS "hasAccount",
           EXISTS (SELECT FROM partnerships p WHERE p.status = 'ACTIVE' AND o.id <> $1
             AND $1::uuid IN (p.employer_id, p.education_organization_id)
             AND o.id IN (p.employer_id, p.education_organization_id)) AS "isPartner",
           (SELECT a.id FROM applications a WHERE a.kind = 'PARTNERSHIP' AND a.status = 'SENT' AND o.id <> $1
             AND $1::uuid IN (a.employer_id, a.education_organization_id)
             AND o.id IN (a.employer_id, a.education_organization_id)) AS "openApplicationId"
           FROM organizations o WHERE o.id = $2 AND o.side <> 'PLATFORM'`,
};

/** Organizations as everybody signed in may know them. */
@Injectable()
export class PublicOrganizations {
  constructor(private readonly database: Database) {}

  /** @throws Refusal `not_found` */
  async one(actor: Actor, id: string): Promise<PublicOrganizationDto> {
    if (!isUuid(id)) throw notFound();
    const [row] = await this.database.read<PublicOrganizationDto & Record<string, unknown>>(
      actor,
      PUBLIC_ORGANIZATION,
      [actor.organizationId, id],
    );
    if (!row) throw notFound();
    return row;
  }
}
