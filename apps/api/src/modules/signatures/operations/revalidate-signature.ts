import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/access/index.js';
import { Clock } from '../../../core/clock/index.js';
import { Database } from '../../../core/database/index.js';
import { BlobStore } from '../../../core/files/index.js';
import type { ValidationDto } from '../dto.js';
import { validationRow } from '../intake/signature-rows.js';
import { INSERT_VALIDATION } from '../signatures.queries.js';
import { SignatureVerifier } from '../verification/signature-verifier.js';
import { contentOf } from '../verification/stored-content.js';
import { ReadSignatures, validationView } from './read-signatures.js';

/**
 * «Проверить ещё раз»: judges a stored signature anew, over the stored bytes, as of the instant it was received and
 * about the same organization and person. The verdict is kept beside the earlier ones and changes nothing else.
 */
@Injectable()
export class RevalidateSignature {
  constructor(
    private readonly database: Database,
    private readonly signatures: ReadSignatures,
    private readonly verifier: SignatureVerifier,
    private readonly blobs: BlobStore,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal `not_found` */
  async run(actor: Actor, id: string): Promise<ValidationDto> {
    const signature = await this.signatures.one(actor, id);
    const [atReceipt] = await this.signatures.validations(actor, id);
    const expected = atReceipt?.report.expected ?? {};
    const verdict = await this.verifier.verifyAsOf(
      { content: contentOf(this.blobs, signature.main_file_sha256), cms: signature.cms, expected },
      new Date(signature.received_at),
    );
    const row = validationRow(id, verdict, expected, this.clock.now());
    await this.database.transaction(actor, (tx) =>
      tx.query(INSERT_VALIDATION, [
        row.id,
        row.signature_id,
        row.at,
        row.indication,
        row.sub_indication,
        row.code,
        JSON.stringify(row.report),
        row.policy_version,
        row.crl_sha256,
      ]),
    );
    return validationView(row, signature.test);
  }
}
