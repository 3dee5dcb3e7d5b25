import { Injectable } from '@nestjs/common';
import { readSigningCertificate, type Certificate } from '@praktika/signing';
import { nodeCryptoProvider } from '@praktika/signing/node';
import { validate as isUuid } from 'uuid';
import type { Actor } from '../../../core/access/index.js';
import { Clock } from '../../../core/clock/index.js';
import { Database } from '../../../core/database/index.js';
import { notFound, Refusal } from '../../../core/errors/index.js';
import { BlobStore, type ZipStream } from '../../../core/files/index.js';
import {
  BUNDLE,
  BUNDLE_SIGNATURES,
  type BundleRow,
  type BundleSignatureRow,
  type RevisionFile,
} from '../signatures.queries.js';
import { TrustStore } from '../trust/trust-store.js';
import {
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

/** A signature with the certificate in it, DER. */
interface BundledSignature extends BundleSignatureRow {
  readonly certificateDer: Uint8Array;
}

/** Everything a revision is worth, read and ready to be put into an archive. */
export interface BundleContent {
  readonly revision: BundleRow;
  readonly signatures: readonly BundledSignature[];
  readonly anchors: readonly Certificate[];
  readonly intermediates: readonly Certificate[];
}

/** What goes into an archive of a document: alone, or in a folder among others. */
@Injectable()
export class BundleContents {
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
  async read(actor: Actor, documentId: string, revisionId?: string): Promise<BundleContent> {
    const revision = await this.revision(actor, documentId, revisionId);
    const rows = await this.database.read<BundleSignatureRow>(actor, BUNDLE_SIGNATURES, [
      revision.revision_id,
    ]);
    const signatures = await Promise.all(rows.map(withCertificate));
    const { anchors, intermediates } = await this.trust.current();
    return { revision, signatures, anchors, intermediates };
  }

  /** Are all files where they should be? An archive that meets a missing one is broken off. */
  async isWhole({ revision }: BundleContent): Promise<boolean> {
    const found = await Promise.all(revision.files.map(({ sha256 }) => this.blobs.exists(sha256)));
    return !found.includes(false);
  }

  /**
   * Puts everything into the archive, its files last.
   *
   * @param folder where in the archive: empty, or a name with a slash
   * @returns once all but the last file have been read from here
   */
  async addTo(zip: ZipStream, { timeZone }: Actor, content: BundleContent, folder = ''): Promise<void> {
    addSignatures(zip, content, folder);
    addAuthorities(zip, content, folder);
    this.addPapers(zip, timeZone, content, folder);
    await this.addFiles(zip, content.revision, folder);
  }

  private async revision(actor: Actor, documentId: string, revisionId?: string): Promise<BundleRow> {
    if (!isUuid(documentId) || (revisionId !== undefined && !isUuid(revisionId))) throw notFound();
    const [row] = await this.database.read<BundleRow>(actor, BUNDLE, [documentId, revisionId ?? null]);
    if (!row) throw notFound();
    if (row.revision_id !== null) return row;
    if (revisionId !== undefined) throw notFound();
    throw new Refusal('invalid_state', { detail: 'Документ ещё не отправлен: скачивать пока нечего.' });
  }

  private async addFiles(zip: ZipStream, { files }: BundleRow, folder: string): Promise<void> {
    const others = files.filter(({ role }) => role !== 'MAIN');
    const named: (readonly [string, RevisionFile])[] = [
      ...files.filter(({ role }) => role === 'MAIN').map((file) => [documentName(file), file] as const),
      ...others.map((file, index) => [attachmentName(file, index), file] as const),
    ];
    const turns = named.map(([name, { sha256, size }]) =>
      zip.addLazily(folder + name, size, () => this.blobs.open(sha256)),
    );
    await turns.at(-1);
  }

  private addPapers(
    zip: ZipStream,
    timeZone: string,
    { revision, signatures }: BundleContent,
    folder: string,
  ): void {
    const main = revision.files.find(({ role }) => role === 'MAIN');
    const name = main ? documentName(main) : '';
    const madeAt = this.clock.now();
    const protocol = protocolPage({ revision, documentName: name, signatures, madeAt, timeZone });
    zip.add(folder + BUNDLE_NAMES.protocol, protocol);
    zip.add(folder + BUNDLE_NAMES.readme, `\ufeff${readmeText(revision, name, signatures)}`);
  }
}

async function withCertificate(signature: BundleSignatureRow): Promise<BundledSignature> {
  const { der } = await readSigningCertificate(signature.cms, nodeCryptoProvider);
  return { ...signature, certificateDer: der };
}

function addSignatures(zip: ZipStream, { signatures }: BundleContent, folder: string): void {
  signatures.forEach((signature, index) => {
    zip.add(folder + signatureName(signature, index), signature.cms);
    zip.add(folder + certificateName(signature, index), Buffer.from(signature.certificateDer));
  });
}

/** Whom this installation trusts: what a check on another machine starts from. */
function addAuthorities(zip: ZipStream, { anchors, intermediates }: BundleContent, folder: string): void {
  zip.add(folder + BUNDLE_NAMES.anchors, anchors.map(({ der }) => toPem('CERTIFICATE', der)).join(''));
  intermediates.forEach(({ der }, index) => zip.add(folder + authorityName(index), Buffer.from(der)));
}
