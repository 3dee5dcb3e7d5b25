import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/index.js';
import type { Letter } from './letter.js';

/** The ids a mail is made from. */
export type MailParameters = Readonly<Record<string, string>>;

/** Makes the letter from what is true now; undefined when there is nothing left to tell, and no mail goes out. */
export type MailTemplate = (parameters: MailParameters, tx: Transaction) => Promise<Letter | undefined>;

/** Who writes which letter. Modules register their templates when they start. */
@Injectable()
export class MailTemplates {
  private readonly known = new Map<string, MailTemplate>();

  register(name: string, template: MailTemplate): void {
    this.known.set(name, template);
  }

  /** @throws Error for a name nobody registered */
  render(name: string, parameters: MailParameters, tx: Transaction): Promise<Letter | undefined> {
    const template = this.known.get(name);
    if (!template) throw new Error(`mail template ${name} is not registered`);
    return template(parameters, tx);
  }
}
