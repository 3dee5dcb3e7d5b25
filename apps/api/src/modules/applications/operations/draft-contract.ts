import { Injectable } from '@nestjs/common';
import { APPLICATION_GUARD_TEXTS, type DocumentKind } from '@praktika/contracts';
import type { Actor } from '../../../core/access/index.js';
import { invalidField, Refusal, violatedConstraint } from '../../../core/errors/index.js';
import { CreateDocument } from '../../documents/index.js';
import { Applications } from '../applications.service.js';
import { contractTerms } from '../contract-terms.js';
import { ApplicationStore } from '../engine/application-store.js';
import type { VisibleApplication } from '../engine/visible-application.js';

/**
 * «Составить договор»: an accepted application becomes the pre-filled draft of a contract, once (domain.md §4.6): a
 * partnership that of a framework contract, a practice that of a period contract, or of an annex where a framework
 * contract is concluded.
 */
@Injectable()
export class DraftContract {
  constructor(
    private readonly store: ApplicationStore,
    private readonly applications: Applications,
    private readonly documents: CreateDocument,
  ) {}

  /** @throws Refusal `duplicate` when a contract has been drafted from it already */
  async run(
    actor: Actor,
    id: string,
    version: number,
    parentId: string | undefined,
  ): Promise<VisibleApplication> {
    const application = await this.store.read(actor, id);
    await this.store.judge(application, 'draft-contract', version);
    const { kind, parent } = await this.choice(application, parentId);
    const { row, partner } = application;
    await this.documents
      .run(actor, {
        kind,
        ...(parent ? { parentId: parent } : { partnerId: partner.id }),
        terms: contractTerms(row, kind),
        applicationId: row.id,
        along: (tx, documentId) => this.store.note(tx, application, 'draft-contract', documentId),
      })
      .catch((error: unknown) => {
        throw draftedAlready(error);
      });
    return this.store.read(actor, id);
  }

  /** The kind of contract, and the framework contract it hangs on. */
  private async choice(
    application: VisibleApplication,
    parentId: string | undefined,
  ): Promise<{ kind: DocumentKind; parent: string | undefined }> {
    if (parentId === undefined) {
      const { kind, parent } = await this.applications.proposal(application);
      return { kind, parent: parent?.id };
    }
    if (application.row.kind === 'PRACTICE') return { kind: 'FRAMEWORK_ANNEX', parent: parentId };
    throw invalidField('/parentId', 'not_for_kind', 'По заявке на партнерство составляют рамочный договор.');
  }
}

/** Two presses in the same moment: one draft is enough. */
function draftedAlready(error: unknown): unknown {
  if (violatedConstraint(error) !== 'one_contract_of_application') return error;
  return new Refusal('duplicate', { detail: APPLICATION_GUARD_TEXTS['contract_drafted'] });
}
