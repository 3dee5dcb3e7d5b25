import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/access/index.js';
import { Clock } from '../../../core/clock/index.js';
import { ResponsiblePeople, type Responsible } from '../../employees/index.js';
import {
  decide,
  DocumentStore,
  transitionChange,
  type Change,
  type Verb,
  type VisibleDocument,
} from '../engine/index.js';

export interface Approval {
  readonly responsible?: Responsible | null;
  readonly seats?: number | null;
}

/**
 * «Согласовать проект» (manual §5.1): the recipient agrees to the revision it was sent; the modal's five fields
 * are all optional, but a responsible person must be one of the company's own managers.
 */
@Injectable()
export class ApproveDocument implements Verb<Approval> {
  constructor(
    private readonly documents: DocumentStore,
    private readonly people: ResponsiblePeople,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, id: string, approval: Approval, expectedVersion: number): Promise<VisibleDocument> {
    const document = await this.documents.read(actor, id);
    const changes = await this.plan(document, approval, expectedVersion);
    return (await this.documents.commit(actor, document, changes)) ?? document;
  }

  async plan(document: VisibleDocument, approval: Approval, expectedVersion: number): Promise<Change[]> {
    const to = await decide(this.documents, document, 'approve', expectedVersion, {
      responsibleNamed: Boolean(approval.responsible?.personId),
    });
    const responsible = await this.people.resolve(document.actor, approval.responsible);
    const change = transitionChange(document, 'approve', to, this.clock.now(), {
      patch: { responsible: responsible ?? null, seats: approval.seats ?? null },
      payload: { responsible: responsible?.fullName, seats: approval.seats ?? undefined },
    });
    return [change];
  }
}
