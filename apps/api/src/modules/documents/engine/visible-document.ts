import { dateInZone, isUnderWay, type DocumentFacts, type Obligation, type Party } from '@praktika/contracts';
import type { Actor } from '../../../core/access/index.js';
import type { KindDefinition } from '../kinds/kind-definition.js';
import type { KindRegistry } from '../kinds/kind-registry.js';
import type { DocumentProjection, FileItem, LastReminder, PartyItem, RevisionItem } from './projection.js';

/** Has the actor's organization reminded its partner on its own date already. */
export function isRemindedToday(reminder: LastReminder | null, actor: Actor, now: Date): boolean {
  return (
    reminder?.organizationId === actor.organizationId && reminder.date === dateInZone(now, actor.timeZone)
  );
}

/** A document as one actor sees it, with the answers the rules ask for. */
export class VisibleDocument {
  readonly party: Party;

  constructor(
    readonly projection: DocumentProjection,
    readonly kind: KindDefinition,
    readonly actor: Actor,
    private readonly kinds: KindRegistry,
    private readonly now: Date,
  ) {
    this.party = projection.document.author_id === actor.organizationId ? 'author' : 'recipient';
  }

  get row() {
    return this.projection.document;
  }

  get author(): PartyItem {
    return this.organization('author');
  }

  get recipient(): PartyItem {
    return this.organization('recipient');
  }

  /** The partner of the actor's organization. */
  get partner(): PartyItem {
    return this.organization(this.party === 'author' ? 'recipient' : 'author');
  }

  /** The revision sent last, or undefined while nothing has been sent. */
  get currentRevision(): RevisionItem | undefined {
    return this.projection.revisions.find((revision) => revision.id === this.row.current_revision_id);
  }

  /** Files of what the actor looks at: the author's working draft, otherwise the revision sent last. */
  get files(): readonly FileItem[] {
    return this.projection.draft?.files ?? this.currentRevision?.files ?? [];
  }

  /** The standing facts for the guards (domain.md §4.1–4.2). */
  facts(): DocumentFacts {
    const { draft, parent, partnershipActive } = this.projection;
    return {
      missing: draft ? this.missing() : [],
      hasMainFile: this.files.filter((file) => file.role === 'MAIN').length === 1,
      hasScan: this.files.some((file) => file.role === 'SCAN'),
      everSent: this.row.first_sent_at !== null,
      parentStatus: parent?.status ?? null,
      partnershipActive,
      remindedToday: isRemindedToday(this.row.last_reminder, this.actor, this.now),
      ...this.underWay(),
    };
  }

  /** What of the documents hanging on this one is under way, in the words of its guards. */
  private underWay(): { openObligations: readonly Obligation[]; terminationOpen: boolean } {
    const counts = new Map<Obligation['code'], number>();
    let terminationOpen = false;
    for (const { kind, status, count } of this.projection.children) {
      const effect = isUnderWay(status) ? this.kinds.get(kind).parent?.whileOpen : undefined;
      if (effect === undefined) continue;
      if ('terminates' in effect) terminationOpen = true;
      else counts.set(effect.obligation, (counts.get(effect.obligation) ?? 0) + count);
    }
    return { openObligations: [...counts].map(([code, count]) => ({ code, count })), terminationOpen };
  }

  /** Documents hanging on this one that the actor sees and that are under way, by kind. */
  get childrenUnderWay(): Readonly<Record<string, number>> {
    const counts: Record<string, number> = {};
    for (const { kind, status, count } of this.projection.children) {
      if (isUnderWay(status)) counts[kind] = (counts[kind] ?? 0) + count;
    }
    return counts;
  }

  /** JSON pointers into the document of what the draft still lacks. */
  missing(): string[] {
    const { draft } = this.projection;
    if (!draft) return [];
    const missing = draft.missing.map((pointer) => `/terms${pointer}`);
    if (!draft.number) missing.unshift('/number');
    if (!draft.date) missing.unshift('/date');
    return missing;
  }

  private organization(party: Party): PartyItem {
    const { employer, education, document } = this.projection;
    return (employer.id === document.author_id) === (party === 'author') ? employer : education;
  }
}
