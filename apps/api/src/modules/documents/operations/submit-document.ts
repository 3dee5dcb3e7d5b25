import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/access/index.js';
import { Clock } from '../../../core/clock/index.js';
import { invalidField, invalidFields } from '../../../core/errors/index.js';
import { dateInZone } from '@praktika/contracts';
import {
  decide,
  DocumentStore,
  freeze,
  transitionChange,
  type Change,
  type ChangeParts,
  type Verb,
  type VisibleDocument,
} from '../engine/index.js';

export type Submission =
  | { readonly action: 'submit-approval' }
  | { readonly action: 'submit-signing' }
  | { readonly action: 'submit-confirmation'; readonly signedOnPaperAt: string };

/**
 * «Отправить на согласование», «Отправить на подписание», «Отправить на подтверждение» (manual §5.4, §5.5, §7.2):
 * freezes the draft as a revision and hands it to the other side. An approved document goes for signing as the
 * very revision that was approved.
 */
@Injectable()
export class SubmitDocument implements Verb<Submission> {
  constructor(
    private readonly documents: DocumentStore,
    private readonly clock: Clock,
  ) {}

  async run(
    actor: Actor,
    id: string,
    submission: Submission,
    expectedVersion: number,
  ): Promise<VisibleDocument> {
    const document = await this.documents.read(actor, id);
    const changes = await this.plan(document, submission, expectedVersion);
    return (await this.documents.commit(actor, document, changes)) ?? document;
  }

  async plan(document: VisibleDocument, submission: Submission, expectedVersion: number): Promise<Change[]> {
    const to = await decide(this.documents, document, submission.action, expectedVersion);
    const now = this.clock.now();
    const parts = document.row.status === 'DRAFT' ? await this.frozen(document, now) : {};
    const change = transitionChange(document, submission.action, to, now, {
      ...parts,
      patch: { ...parts.patch, ...this.particulars(document.actor, submission, now) },
    });
    return [change];
  }

  /** The draft as its next revision, once nothing sent elsewhere contradicts it. */
  private async frozen(document: VisibleDocument, now: Date): Promise<ChangeParts> {
    const conflicts = await document.kind.sendingConflicts?.(document);
    if (conflicts?.errors.length) throw invalidFields(...conflicts.errors);
    return { ...freeze(document, now), ...(conflicts && { beside: conflicts.beside }) };
  }

  /** Dates that belong to this way of sending; a paper date in the future cannot be true. */
  private particulars(actor: Actor, submission: Submission, now: Date): ChangeParts['patch'] {
    if (submission.action === 'submit-signing') return { sent_for_signing_at: now.toISOString() };
    if (submission.action === 'submit-approval') return { signed_outside: false, signed_on_paper_at: null };
    if (submission.signedOnPaperAt > dateInZone(now, actor.timeZone)) {
      throw invalidField(
        '/signedOnPaperAt',
        'in_future',
        'Дата подписания на бумаге не может быть в будущем.',
      );
    }
    return { signed_outside: true, signed_on_paper_at: submission.signedOnPaperAt };
  }
}
