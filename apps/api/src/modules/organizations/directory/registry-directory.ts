import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/access/index.js';
import { Database, type Statement } from '../../../core/database/index.js';
import { OrganizationDirectory, type DirectoryEntry } from './organization-directory.js';

/** The organization itself before its branches, the other side before one's own. Values: ИНН, own side. */
const BY_INN: Statement = {
  name: 'organizations.by-inn',
  text: `SELECT id AS "organizationId", side, full_name AS "fullName", short_name AS "shortName", inn, ogrn, kpp,
           region_code AS "regionCode", city, legal_address AS "legalAddress", site, acting AS "hasAccount"
           FROM organizations WHERE inn = $1 AND side <> 'PLATFORM'
          ORDER BY side = $2, legal_form = 'BRANCH', acting DESC, id LIMIT 1`,
};

/** The registry of the installation itself: the public one it was filled with, and those who work here. */
@Injectable()
export class RegistryDirectory extends OrganizationDirectory {
  constructor(private readonly database: Database) {
    super();
  }

  override async find(actor: Actor, inn: string): Promise<DirectoryEntry | undefined> {
    const values = [inn, actor.side];
    const [row] = await this.database.read<DirectoryEntry & Record<string, unknown>>(actor, BY_INN, values);
    return row;
  }
}
