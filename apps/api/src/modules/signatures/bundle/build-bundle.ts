import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { Certificate } from '@praktika/signing';
import { validate as isUuid } from 'uuid';
import { ZipFile } from 'yazl';
import type { Actor } from '../../../core/access/index.js';
import { Clock } from '../../../core/clock/index.js';
import { Database } from '../../../core/database/index.js';
import { notFound, Refusal } from '../../../core/errors/index.js';
import { BlobStore } from '../../../core/files/index.js';
import {
  BUNDLE,
  BUNDLE_SIGNATURES,
  type BundleRow,
  type BundleSignatureRow,
  type RevisionFile,
} from '../signatures.queries.js';
import { TrustStore } from '../trust/trust-store.js';
import {
  archiveName,
  attachmentName,
  authorityName,
  BUNDLE_NAMES,
  certificateName,
  documentName,
  signatureName,
} from './bundle-names.js';
import { toPem } from './pem.js';
import { protocolPage } from './protocol.js';
import { readmeText } from './readme.js';

/** An archive on its way to the client. */
export interface Bundle {
  readonly name: string;
  readonly content: Readable;
}

/**
 * Everything a revision is worth, in one archive: the document, the signatures over it, the certificates, a protocol
 * and the command that checks it all without us (walk, step 4). Streamed: files are read while the client reads.
 */
@Injectable()
export class BuildBundle {
  constructor(
    private readonly database: Database,
    private readonly blobs: BlobStore,
    private readonly trust: TrustStore,
    private readonly clock: Clock,
  ) {}

  /**
   * @param revisionId the current revision when left out
   * @throws Refusal `not_found`; `invalid_state` while nothing has been sent
   */
  async run(actor: Actor, documentId: string, revisionId?: string): Promise<Bundle> {
    const revision = await this.revision(actor, documentId, revisionId);
    const signatures = await this.database.read<BundleSignatureRow>(actor, BUNDLE_SIGNATURES, [
      revision.revision_id,
    ]);
    const { anchors, intermediates } = await this.trust.current();
    const zip = new ZipFile();
    this.addFiles(zip, revision);
    this.addPapers(zip, actor, revision, signatures);
    addSignatures(zip, signatures);
    addAuthorities(zip, anchors, intermediates);
    zip.end();
    return { name: archiveName(revision), content: zip.outputStream as Readable };
  }

  private async revision(actor: Actor, documentId: string, revisionId?: string): Promise<BundleRow> {
    if (!isUuid(documentId) || (revisionId !== undefined && !isUuid(revisionId))) throw notFound();
    const [row] = await this.database.read<BundleRow>(actor, BUNDLE, [documentId, revisionId ?? null]);
    if (!row) throw notFound();
    if (row.revision_id !== null) return row;
    if (revisionId !== undefined) throw notFound();
    throw new Refusal('invalid_state', { detail: 'Документ ещё не отправлен: скачивать пока нечего.' });
  }

  private addFiles(zip: ZipFile, { files }: BundleRow): void {
    const main = files.filter(({ role }) => role === 'MAIN');
    const others = files.filter(({ role }) => role !== 'MAIN');
    for (const file of main) this.addBlob(zip, file, documentName(file));
    others.forEach((file, index) => this.addBlob(zip, file, attachmentName(file, index)));
  }

  private addBlob(zip: ZipFile, { sha256, size }: RevisionFile, path: string): void {
    zip.addReadStreamLazy(path, { size }, (give) => {
      this.blobs.open(sha256).then(
        (stream) => give(null, stream),
        (error: unknown) => give(error, undefined as never),
      );
    });
  }

  private addPapers(
    zip: ZipFile,
    { timeZone }: Actor,
    revision: BundleRow,
    signatures: readonly BundleSignatureRow[],
  ): void {
    const main = revision.files.find(({ role }) => role === 'MAIN');
    const name = main ? documentName(main) : '';
    const madeAt = this.clock.now();
    const protocol = protocolPage({ revision, documentName: name, signatures, madeAt, timeZone });
    zip.addBuffer(Buffer.from(protocol, 'utf8'), BUNDLE_NAMES.protocol);
    const readme = `\ufeff${readmeText(revision, name, signatures)}`;
    zip.addBuffer(Buffer.from(readme, 'utf8'), BUNDLE_NAMES.readme);
  }
}

function addSignatures(zip: ZipFile, signatures: readonly BundleSignatureRow[]): void {
  signatures.forEach((signature, index) => {
    zip.addBuffer(signature.cms, signatureName(signature, index));
    zip.addBuffer(signature.certificate_der, certificateName(signature, index));
  });
}

/** Whom this installation trusts: what a check on another machine starts from. */
function addAuthorities(
  zip: ZipFile,
  anchors: readonly Certificate[],
  intermediates: readonly Certificate[],
): void {
  const pem = anchors.map(({ der }) => toPem('CERTIFICATE', der)).join('');
  zip.addBuffer(Buffer.from(pem, 'utf8'), BUNDLE_NAMES.anchors);
  intermediates.forEach(({ der }, index) => zip.addBuffer(Buffer.from(der), authorityName(index)));
}
