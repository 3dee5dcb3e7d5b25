import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/access/index.js';
import { Refusal } from '../../../core/errors/index.js';
import { OrganizationDirectory, type DirectoryEntry } from './organization-directory.js';

/** «Заполнить по ИНН»: what the register knows, or that it knows nothing. */
@Injectable()
export class FindByInn {
  constructor(private readonly directory: OrganizationDirectory) {}

  /** @throws Refusal `not_found` with words of its own */
  async run(actor: Actor, inn: string): Promise<DirectoryEntry> {
    const entry = await this.directory.find(actor, inn);
    if (entry) return entry;
    throw new Refusal('not_found', { detail: `Организации с ИНН ${inn} в реестре нет.` });
  }
}
