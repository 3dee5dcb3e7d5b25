import { readFile } from 'node:fs/promises';
import { createReadStream } from 'node:fs';
import { Injectable } from '@nestjs/common';
import { MAX_SIGNATURE_BYTES } from '@praktika/signing';
import { FILE_LIMITS } from '@praktika/contracts';
import type { FastifyRequest } from 'fastify';
import { Clock } from '../../../core/clock/index.js';
import { BlobStore, readUploadForm, type UploadForm, type UploadRules } from '../../../core/files/index.js';
import type { SignatureReportDto } from '../dto.js';
import type { ExpectedIdentity } from '../verification/expected-identity.js';
import { reportView } from '../verification/report-view.js';
import { SignatureVerifier } from '../verification/signature-verifier.js';

const ORGANIZATION_FIELDS = ['innLegalEntity', 'ogrn', 'ogrnip', 'inn'] as const;
const PERSON_FIELDS = ['snils', 'surname', 'givenName'] as const;

const FORM: UploadRules = {
  files: { content: FILE_LIMITS.size, signature: MAX_SIGNATURE_BYTES },
  fields: [...ORGANIZATION_FIELDS, ...PERSON_FIELDS],
};

/**
 * The public «Проверить подпись»: a file and its signature, judged as of now by this installation's trust. Nothing is
 * stored; a verdict that waits for a revocation list is an answer too (reliability.md T30).
 */
@Injectable()
export class VerifyUpload {
  constructor(
    private readonly blobs: BlobStore,
    private readonly verifier: SignatureVerifier,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal `payload_too_large`, `validation_failed`, `unsupported_media_type`, `storage_full` */
  async run(request: FastifyRequest): Promise<SignatureReportDto> {
    const form = await readUploadForm(request, this.blobs, FORM);
    try {
      const { blob } = form.file('content');
      const { report, test } = await this.verifier.verifyNow(
        {
          content: { sha256: blob.sha256, open: () => createReadStream(blob.path) },
          cms: await readFile(form.file('signature').blob.path),
          expected: expectedOf(form),
        },
        this.clock.now(),
      );
      return reportView(report, test);
    } finally {
      await form.discard();
    }
  }
}

/** What the form asks to compare; an empty field asks nothing. */
function expectedOf({ fields }: UploadForm): ExpectedIdentity {
  const chosen = (names: readonly string[]) =>
    Object.fromEntries(names.flatMap((name) => (fields[name]?.trim() ? [[name, fields[name].trim()]] : [])));
  return {
    organization: chosen(ORGANIZATION_FIELDS),
    person: chosen(PERSON_FIELDS),
  };
}
