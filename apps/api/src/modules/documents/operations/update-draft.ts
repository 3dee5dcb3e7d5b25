import { Injectable } from '@nestjs/common';
import type { DocumentKind } from '@praktika/contracts';
import type { Actor } from '../../../core/access/index.js';
import { Clock } from '../../../core/clock/index.js';
import { Database } from '../../../core/database/index.js';
import { notFound, Refusal } from '../../../core/errors/index.js';
import { appendEdit } from '../../../core/history/index.js';
import { decide, DocumentStore, staleVersion, type VisibleDocument } from '../engine/index.js';
import { numberTaken } from './create-document.js';
import { BUMP_VERSION, SYNC_REGISTRY, UPDATE_DRAFT } from './draft.commands.js';
import { checkDraft, type DraftContent } from './draft-input.js';

/**
 * «Редактировать», autosave included: replaces the given members of the author's working draft, bumps the version,
 * writes one coalesced history entry and tells nobody (domain.md §4.1 row 9, §8.7).
 */
@Injectable()
export class UpdateDraft {
  constructor(
    private readonly database: Database,
    private readonly documents: DocumentStore,
    private readonly clock: Clock,
  ) {}

  /**
   * @param kinds those of the resource that was addressed: a document of another kind is not found there
   */
  async run(
    actor: Actor,
    id: string,
    input: DraftContent,
    expectedVersion: number,
    kinds: readonly DocumentKind[],
  ): Promise<VisibleDocument> {
    const document = await this.documents.read(actor, id);
    if (!kinds.includes(document.row.kind)) throw notFound();
    await decide(this.documents, document, 'update', expectedVersion);
    const { draft } = document.projection;
    if (draft === null) throw new Refusal('internal', { detail: 'a draft without its working copy' });
    const merged = {
      number: input.number === undefined ? draft.number : input.number || null,
      date: input.date === undefined ? draft.date : input.date || null,
      terms: input.terms ?? draft.terms,
      files: input.files ?? draft.files.map(({ fileId, role }) => ({ fileId, role })),
    };
    const now = this.clock.now();
    await this.database
      .transaction(actor, async (tx) => {
        const bumped = await tx.query(BUMP_VERSION, [id, expectedVersion, now]);
        if (bumped.length === 0) throw staleVersion(document);
        await checkDraft(tx, actor, document.kind, merged);
        await tx.query(UPDATE_DRAFT, [
          id,
          merged.number,
          merged.date,
          JSON.stringify(merged.terms),
          JSON.stringify(merged.files),
          document.kind.missingTerms(merged.terms),
          now,
        ]);
        await appendEdit(tx, actor, now, { objectType: 'document', objectId: id }, Object.keys(input));
        await tx.query(SYNC_REGISTRY, [id, document.kind.label]);
      })
      .catch((error: unknown) => {
        throw numberTaken(error);
      });
    return this.documents.read(actor, id);
  }
}
