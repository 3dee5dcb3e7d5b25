import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/access/index.js';
import { Clock } from '../../../core/clock/index.js';
import { Refusal, violatedConstraint } from '../../../core/errors/index.js';
import {
  consequences,
  decide,
  DocumentStore,
  transitionChange,
  type Change,
  type Verb,
  type VisibleDocument,
} from '../../documents/index.js';
import type { SigningPartyRow } from '../intake/intake.queries.js';
import { SignatureIntake, type AcceptedSignature } from '../intake/signature-intake.js';

export interface SignatureInput {
  /** The revision the signature was made over; another one being current is a refusal, never a guess. */
  readonly revisionId: string;
  /** Base64 of the detached CAdES. */
  readonly cms: string;
}

/**
 * «Подписать» (manual §5.4): the recipient first, the author last. The signature is verified over the revision's
 * exact bytes before anything is written; signature, verdict, status, history and events are one commit.
 */
@Injectable()
export class SignDocument implements Verb<SignatureInput> {
  constructor(
    private readonly documents: DocumentStore,
    private readonly intake: SignatureIntake,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws Refusal `signature_invalid`, `revocation_unavailable`, `document_changed`, `already_signed`, and those
   *   of every action
   */
  async run(
    actor: Actor,
    id: string,
    input: SignatureInput,
    expectedVersion: number,
  ): Promise<VisibleDocument> {
    const document = await this.documents.read(actor, id);
    const changes = await this.plan(document, input, expectedVersion);
    const signed = await this.documents.commit(actor, document, changes).catch((error: unknown) => {
      throw this.refusalOf(error);
    });
    return signed ?? document;
  }

  /** @param party whom the signature is compared with, where that has been read for many */
  async plan(
    document: VisibleDocument,
    input: SignatureInput,
    expectedVersion: number,
    party?: SigningPartyRow,
  ): Promise<readonly Change[]> {
    const to = await decide(this.documents, document, 'sign', expectedVersion);
    const revision = document.currentRevision;
    if (revision?.id !== input.revisionId) throw documentChanged(document);

    const target = {
      documentId: document.row.id,
      revisionId: revision.id,
      sha256: revision.mainFileSha256,
      role: document.party,
    };
    const accepted = await this.intake.check(document.actor, target, input.cms, party);
    const now = this.clock.now();
    const change = transitionChange(document, 'sign', to, now, {
      ...accepted,
      patch: to === 'CONCLUDED' ? { concluded_at: now.toISOString() } : {},
      signed: signedEntry(accepted, revision.revisionNumber, revision.mainFileSha256),
    });
    return [change, ...(await consequences(this.documents, document, to, now))];
  }

  /** Whom all signatures of the actor are compared with. */
  partyOf(actor: Actor): Promise<SigningPartyRow> {
    return this.intake.partyOf(actor);
  }

  /** One signature is accepted once: the same bytes sent for another document of the same file are a replay. */
  refusalOf(error: unknown): unknown {
    if (violatedConstraint(error) !== 'signatures_cms_sha256_key') return error;
    return new Refusal('duplicate', {
      detail: 'Эта подпись уже принята. Подпишите документ ещё раз.',
      cause: error,
    });
  }
}

/** The signed bytes are no longer what would be concluded: the signer must look again. */
function documentChanged(document: VisibleDocument): Refusal {
  return new Refusal('document_changed', {
    detail: 'Подписана другая редакция документа. Откройте действующую редакцию и подпишите её.',
    extras: { currentRevisionId: document.row.current_revision_id },
  });
}

function signedEntry({ signature }: AcceptedSignature, revisionNumber: number, fileSha256: string) {
  return {
    action: 'sign' as const,
    revisionNumber,
    signatureId: signature.id,
    fileSha256,
    certificateOwner: signature.certificate.owner,
    certificateSerial: signature.certificate.serialNumber,
  };
}
