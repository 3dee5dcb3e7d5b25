import { createReadStream, existsSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../core/config/index.js';
import { Database } from '../../core/database/index.js';
import { notFound } from '../../core/errors/index.js';
import { DEMO_ORGANIZATIONS, DEMO_PASSWORD, DEMO_PEOPLE, type DemoPerson } from '../organizations/index.js';
import { demoAccounts, nameOf } from './demo-accounts.js';
import { containerPath, demoFolder } from './demo-folder.js';
import type { DemoDto } from './demo.dto.js';
import { DEMO_EXISTS } from './demo.queries.js';

/** What the sign-in page of a demo shows. Without a demo, or in production, none of it exists. */
@Injectable()
export class ReadDemo {
  constructor(
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @throws Refusal `not_found` */
  async describe(): Promise<DemoDto> {
    await this.requireDemo();
    return {
      accounts: demoAccounts(DEMO_PEOPLE, DEMO_ORGANIZATIONS),
      password: DEMO_PASSWORD,
      certificates: this.holders().map((person) => ({
        email: person.email,
        name: nameOf(person),
        url: `/api/v1/demo/certificates/${person.email}.p12`,
      })),
    };
  }

  /** A person's container, to be opened with the demo's password. @throws Refusal `not_found` */
  async container(fileName: string): Promise<Readable> {
    await this.requireDemo();
    const holder = this.holders().find(({ email }) => `${email}.p12` === fileName);
    if (!holder) throw notFound();
    return createReadStream(this.pathOf(holder));
  }

  private holders(): readonly DemoPerson[] {
    return DEMO_PEOPLE.filter((person) => existsSync(this.pathOf(person)));
  }

  private pathOf({ email }: DemoPerson): string {
    return containerPath(demoFolder(this.config.dataDirectory), email);
  }

  private async requireDemo(): Promise<void> {
    if (this.config.trustProfile !== 'demo') throw notFound();
    const [row] = await this.database.call<{ exists: boolean }>(DEMO_EXISTS, []);
    if (row?.exists !== true) throw notFound();
  }
}
