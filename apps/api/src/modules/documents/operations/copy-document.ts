import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/access/index.js';
import { Refusal } from '../../../core/errors/index.js';
import { DocumentStore, judge, type VisibleDocument } from '../engine/index.js';
import { CreateDocument } from './create-document.js';

/**
 * «Создать копию»: a new draft with the terms and files of one's own document, without its number, date and scan.
 * It is a new document: nothing ties it to the old one but what both hang on.
 */
@Injectable()
export class CopyDocument {
  constructor(
    private readonly documents: DocumentStore,
    private readonly create: CreateDocument,
  ) {}

  async run(actor: Actor, id: string): Promise<VisibleDocument> {
    const source = await this.documents.read(actor, id);
    const verdict = judge(source, 'copy');
    if (!verdict.allowed) {
      if (verdict.reason === 'wrong_status') throw await this.documents.tooLate(source, 'copy');
      throw new Refusal('forbidden');
    }
    const { draft } = source.projection;
    return this.create.run(actor, {
      kind: source.row.kind,
      partnerId: source.recipient.id,
      parentId: source.row.parent_id ?? undefined,
      terms: draft?.terms ?? source.currentRevision?.terms ?? {},
      files: source.files.filter(({ role }) => role !== 'SCAN').map(({ fileId, role }) => ({ fileId, role })),
    });
  }
}
