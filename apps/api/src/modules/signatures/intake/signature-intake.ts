import { Injectable } from '@nestjs/common';
import { signatureBytes } from '@praktika/signing';
import type { Actor } from '../../../core/access/index.js';
import { Clock } from '../../../core/clock/index.js';
import { Database } from '../../../core/database/index.js';
import { notFound, Refusal } from '../../../core/errors/index.js';
import { BlobStore } from '../../../core/files/index.js';
import {
  expectedOrganization,
  expectedPerson,
  type ExpectedIdentity,
} from '../verification/expected-identity.js';
import { failedCheck, reportView } from '../verification/report-view.js';
import {
  isTryLater,
  SignatureVerifier,
  type SignedContent,
  type Verdict,
} from '../verification/signature-verifier.js';
import { contentOf } from '../verification/stored-content.js';
import { decodeCms } from './decode-cms.js';
import { findSigner } from './find-signer.js';
import { SIGNING_PARTY, SIGNING_ROLES, type SignerRow, type SigningPartyRow } from './intake.queries.js';
import {
  signatureRow,
  validationRow,
  type SignatureRow,
  type SignatureTarget,
  type ValidationRow,
} from './signature-rows.js';

/** Seconds after which a signature refused for want of a revocation list is worth sending again. */
const RETRY_AFTER = '300';

/** What a document's commit writes for an accepted signature. */
export interface AcceptedSignature {
  readonly signature: SignatureRow;
  readonly validation: ValidationRow;
}

/**
 * The door a signature comes in by. Only one that passes every check over exactly the revision's bytes gets through,
 * made by the very person who may sign: in a session the one signed in, through a token the employee whom the
 * certificate names (domain.md §0.9, §8.4). Nothing is written here.
 */
@Injectable()
export class SignatureIntake {
  constructor(
    private readonly database: Database,
    private readonly blobs: BlobStore,
    private readonly verifier: SignatureVerifier,
    private readonly clock: Clock,
  ) {}

  /** Whom the actor's signatures are compared with: read once for many of them. */
  async partyOf(actor: Actor): Promise<SigningPartyRow> {
    const person = actor.tokenId === undefined ? actor.personId : null;
    const values = [actor.organizationId, SIGNING_ROLES, person];
    const [row] = await this.database.read<SigningPartyRow>(actor, SIGNING_PARTY, values);
    if (!row) throw notFound();
    return row;
  }

  /**
   * @param cmsBase64 the signature file in base64
   * @param party whom it is compared with, where that has been read
   * @throws Refusal `signature_invalid` with the report, `revocation_unavailable` when no fresh list decides,
   *   `validation_failed` and `payload_too_large` for what is no signature file at all
   */
  async check(
    actor: Actor,
    target: SignatureTarget,
    cmsBase64: string,
    party?: SigningPartyRow,
  ): Promise<AcceptedSignature> {
    const cms = decodeCms(cmsBase64);
    const known = party ?? (await this.partyOf(actor));
    if (known.signers.length === 0) throw headOnly();
    const content = contentOf(this.blobs, target.sha256);
    const receivedAt = this.clock.now();
    const signer = await this.signerOf(actor, known, content, cms, receivedAt);
    const expected: ExpectedIdentity = {
      organization: expectedOrganization({ legalForm: known.legal_form, inn: known.inn, ogrn: known.ogrn }),
      person: signer ? expectedPerson(signer) : { surname: '' },
    };
    const verdict = await this.verifier.verifyNow({ content, cms, expected }, receivedAt);
    const certificate = verdict.report.signer;
    if (verdict.report.indication !== 'TOTAL-PASSED' || !signer || !certificate) throw refusalOf(verdict);
    const accepted = { actor, target, signer, certificate, verdict, receivedAt };
    const signature = signatureRow({ ...accepted, cms: signatureBytes(cms) });
    return { signature, validation: validationRow(signature.id, verdict, expected, receivedAt) };
  }

  /** Whom the signature must belong to; undefined when the certificate names nobody who may sign here. */
  private async signerOf(
    actor: Actor,
    { signers }: SigningPartyRow,
    content: SignedContent,
    cms: Uint8Array,
    at: Date,
  ): Promise<SignerRow | undefined> {
    if (actor.tokenId === undefined) return signers[0];
    const { report } = await this.verifier.verifyNow({ content, cms }, at);
    return findSigner(report.signer?.subject, signers);
  }
}

/** The right to sign is there, the certificate to do it with is not yet: the person must be told which. */
const headOnly = () =>
  new Refusal('forbidden', {
    detail:
      'Сертификатом организации подписывает её руководитель. Сотрудник подписывает личным сертификатом и МЧД: ' +
      'такая подпись пока не принимается.',
  });

/** Why a signature is not accepted: broken for good, or undecided until a revocation list comes. */
function refusalOf({ report, test }: Verdict): Refusal {
  const extras = { report: reportView(report, test) };
  if (isTryLater(report)) {
    return new Refusal('revocation_unavailable', {
      detail:
        'Нет свежего списка отозванных сертификатов, проверить подпись нельзя. Ничего не сохранено: повторите позже.',
      extras,
      headers: { 'retry-after': RETRY_AFTER },
    });
  }
  return new Refusal('signature_invalid', { detail: failedCheck(report), extras });
}
