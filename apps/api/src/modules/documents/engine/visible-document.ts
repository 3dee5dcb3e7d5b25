import type { DocumentFacts, Party } from '@praktika/contracts';
import type { Actor } from '../../../core/access/index.js';
import type { KindDefinition } from '../kinds/kind-definition.js';
import type { DocumentProjection, FileItem, PartyItem, RevisionItem } from './projection.js';

const ENDED = new Set(['CONCLUDED', 'EXECUTED', 'WITHDRAWN', 'DELETED', 'PROJECT_REJECTED']);

/** A document as one actor sees it, with the answers the rules ask for. */
export class VisibleDocument {
  readonly party: Party;

  constructor(
    readonly projection: DocumentProjection,
    readonly kind: KindDefinition,
    readonly actor: Actor,
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
    const { children, draft, parent, partnershipActive } = this.projection;
    const open = children.filter((child) => !ENDED.has(child.status));
    return {
      missing: draft ? this.missing() : [],
      hasMainFile: this.files.filter((file) => file.role === 'MAIN').length === 1,
      hasScan: this.files.some((file) => file.role === 'SCAN'),
      everSent: this.row.first_sent_at !== null,
      parentAllows: parent === null || parent.status === 'CONCLUDED',
      partnershipActive,
      openObligations: open.filter((child) => child.kind === 'FRAMEWORK_ANNEX').map(() => 'open_annex'),
      terminationOpen: open.some((child) => child.kind === 'SUPPLEMENTARY_TERMINATION'),
    };
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
