import { Injectable } from '@nestjs/common';
import { differences } from '@praktika/contracts';
import type { Actor } from '../../core/access/index.js';
import { Database } from '../../core/database/index.js';
import { notFound } from '../../core/errors/index.js';
import { DocumentStore } from '../documents/index.js';
import { FileText, type ExtractedText } from '../files/index.js';
import { compareTexts } from './compare-texts.js';
import type { ComparisonDto, TextComparisonDto } from './comparisons.dto.js';
import { COMPARED, KEPT_TEXT, REASONS, type ComparedRow, type ReasonRow } from './comparisons.queries.js';

/** Two revisions of a document beside each other, with the reasons it came back for in between. */
@Injectable()
export class CompareRevisions {
  constructor(
    private readonly documents: DocumentStore,
    private readonly database: Database,
    private readonly texts: FileText,
  ) {}

  /** @throws Refusal `not_found` for a document or a revision the actor does not see */
  async run(actor: Actor, id: string, from: number, to: number): Promise<ComparisonDto> {
    await this.documents.read(actor, id);
    const rows = await this.database.read<ComparedRow>(actor, COMPARED, [id, [from, to]]);
    const [before, after] = [from, to].map((number) => rows.find((row) => row.revisionNumber === number));
    if (!before || !after) throw notFound();
    const [since, until] = [before.sentAt, after.sentAt].sort();
    const reasons = await this.database.read<ReasonRow>(actor, REASONS, [
      id,
      actor.organizationId,
      since,
      until,
    ]);
    return {
      from,
      to,
      reasons,
      fields: differences(fieldsOf(before), fieldsOf(after)),
      text: await this.text(actor, before, after),
    };
  }

  private async text(actor: Actor, before: ComparedRow, after: ComparedRow): Promise<TextComparisonDto> {
    const [one, other] = [mainFileOf(before), mainFileOf(after)];
    if (one.sha256 === other.sha256) return { status: 'SAME_FILE', whole: true, parts: [] };
    const old = await this.textOf(actor, before);
    const fresh = await this.textOf(actor, after);
    const whole = old.status === 'READ' && fresh.status === 'READ';
    if (old.text === '' || fresh.text === '') return { status: 'UNREADABLE', whole: false, parts: [] };
    const parts = compareTexts(old.text, fresh.text);
    return parts ? { status: 'COMPARED', whole, parts } : { status: 'TOO_DIFFERENT', whole, parts: [] };
  }

  /** The text kept when the revision was sent; read now when nobody has come round to it yet. */
  private async textOf(actor: Actor, revision: ComparedRow): Promise<ExtractedText> {
    const { sha256, mediaType } = mainFileOf(revision);
    const values = [revision.id, sha256];
    const [kept] = await this.database.read<ExtractedText>(actor, KEPT_TEXT, values);
    return kept ?? this.texts.read(sha256, mediaType);
  }
}

/** What of a revision people compare: its number, date, terms and the names of its files. */
function fieldsOf({ number, date, terms, files }: ComparedRow): object {
  return { number, date, terms, files: files.map(({ name }) => name) };
}

function mainFileOf({ files, mainFileId }: ComparedRow) {
  const main = files.find(({ fileId }) => fileId === mainFileId);
  if (!main) throw new TypeError('a revision without its main file');
  return main;
}
