import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/access/index.js';
import { ZipStream } from '../../../core/files/index.js';
import { BundleContents } from './bundle-content.js';
import { archiveName } from './bundle-names.js';

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
  constructor(private readonly contents: BundleContents) {}

  /**
   * @param revisionId the current revision when left out
   * @throws Refusal `not_found`; `invalid_state` while nothing has been sent
   */
  async run(actor: Actor, documentId: string, revisionId?: string): Promise<Bundle> {
    const content = await this.contents.read(actor, documentId, revisionId);
    const zip = new ZipStream();
    // what goes wrong from here on is told by the archive's own stream
    this.contents.addTo(zip, actor, content).catch(() => undefined);
    zip.end();
    return { name: archiveName(content.revision), content: zip.content };
  }
}
