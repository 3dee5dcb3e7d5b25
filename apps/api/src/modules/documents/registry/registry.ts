import { Injectable } from '@nestjs/common';
import {
  DIRECTIONS,
  DOCUMENT_STATUS_LABELS,
  DOCUMENT_STATUSES,
  type DocumentFacts,
  type DocumentState,
  type DocumentStatus,
  type Direction,
  type DocumentKind,
  type RegistryFacet,
} from '@praktika/contracts';
import type { Actor } from '../../../core/access/index.js';
import { Clock } from '../../../core/clock/index.js';
import { Database } from '../../../core/database/index.js';
import { countDto, Cursors, type CountDto } from '../../../core/http/index.js';
import type { DocumentRowDto, RegistryPageDto, RegistryQueryDto } from '../dto/registry.dto.js';
import { isRemindedToday, type LastReminder } from '../engine/index.js';
import { KindRegistry } from '../kinds/kind-registry.js';
import { availableActions } from '../views/actions.js';
import { countStatement } from './count-statement.js';
import { filterOf } from './filter.js';
import { pageStatement, SORT_COLUMNS } from './page-statement.js';

/** A row as the page query gives it. */
interface PageRow {
  id: string;
  kind: DocumentKind;
  number: string | null;
  date: string | null;
  title: string;
  status: DocumentStatus;
  direction: Direction;
  partnerId: string;
  partnerName: string;
  waitingSince: string | null;
  practiceFrom: string | null;
  practiceTo: string | null;
  updatedAt: string;
  sort_date: string;
  version: number;
  state: DocumentState;
  firstSentAt: string | null;
  missing: string[] | null;
  files: { role: string }[] | null;
  parentStatus: DocumentState | null;
  partnershipActive: boolean;
  terminationOpen: boolean;
  lastReminder: LastReminder | null;
  /** Only in a search. */
  foundIn?: 'FILE' | null;
}

/** Counters as the count query gives them: the total, an object per group, and in a search whether that is all. */
type CountRow = { readonly total?: number; readonly whole?: boolean } & Partial<
  Record<RegistryFacet, Record<string, number>>
>;

/** «Реестр документов»: pages by position, limited counts, everything as the caller's organization sees it. */
@Injectable()
export class DocumentRegistry {
  constructor(
    private readonly database: Database,
    private readonly kinds: KindRegistry,
    private readonly cursors: Cursors,
    private readonly clock: Clock,
  ) {}

  async page(actor: Actor, query: RegistryQueryDto): Promise<RegistryPageDto> {
    const binding = bindingOf(actor, query);
    const after = query.cursor ? positionOf(this.cursors.open(query.cursor, binding)) : undefined;
    const { statement, values } = pageStatement(
      filterOf(actor.organizationId, query),
      query.sort,
      after,
      query.limit,
      this.kinds.terminating,
      query.q,
    );
    const [rows, counts] = await Promise.all([
      this.database.read<PageRow>(actor, statement, values),
      this.counts(actor, query),
    ]);
    const shown = rows.slice(0, query.limit);
    const now = this.clock.now();
    const last = rows.length > query.limit ? shown.at(-1) : undefined;
    return {
      items: shown.map((row) => this.rowOf(row, actor, now)),
      nextCursor: last ? this.cursors.seal(positionIn(last, query), binding) : null,
      ...counts,
    };
  }

  /** The counters asked for, in one statement beside the page's. */
  private async counts(
    actor: Actor,
    query: RegistryQueryDto,
  ): Promise<Pick<RegistryPageDto, 'total' | 'facets'>> {
    if (!query.total && !query.facets) return {};
    const known: Record<RegistryFacet, readonly string[]> = {
      status: DOCUMENT_STATUSES,
      kind: this.kinds.all().map((kind) => kind.kind),
      direction: DIRECTIONS,
    };
    const groups = new Map(query.facets?.map((group) => [group, known[group]]));
    const counting = { total: query.total ?? false, groups };
    const { statement, values } = countStatement(actor.organizationId, query, counting);
    const [row] = await this.database.read<CountRow>(actor, statement, values);
    const whole = row?.whole ?? true;
    return {
      ...(query.total && { total: countDto(row?.total ?? 0, whole) }),
      ...(query.facets && {
        facets: Object.fromEntries(
          [...groups.keys()].map((group) => [group, limitedAll(row?.[group] ?? {}, whole)]),
        ),
      }),
    };
  }

  private rowOf(row: PageRow, actor: Actor, now: Date): DocumentRowDto {
    const kind = this.kinds.get(row.kind);
    const party = row.direction === 'OUTGOING' ? ('author' as const) : ('recipient' as const);
    return {
      id: row.id,
      kind: row.kind,
      kindLabel: kind.label,
      number: row.number,
      date: row.date,
      title: row.title,
      status: row.status,
      statusLabel: DOCUMENT_STATUS_LABELS[row.status],
      direction: row.direction,
      partner: { id: row.partnerId, name: row.partnerName },
      waitingForMe: row.waitingSince !== null,
      waitingSince: row.waitingSince,
      practiceFrom: row.practiceFrom,
      practiceTo: row.practiceTo,
      updatedAt: row.updatedAt,
      version: row.version,
      availableActions: availableActions(
        kind,
        { status: row.state, party, permissions: actor.permissions },
        factsOf(row, actor, now),
      ),
      ...(row.foundIn && { foundIn: row.foundIn }),
    };
  }
}

/**
 * The standing facts as far as a row knows them. Obligations of a contract being closed are asked for on its card
 * and in its modal, so here they count as none.
 */
function factsOf(row: PageRow, actor: Actor, now: Date): DocumentFacts {
  const isDraft = row.state === 'DRAFT';
  return {
    missing: [
      ...(row.missing ?? []),
      ...(isDraft && !row.number ? ['/number'] : []),
      ...(isDraft && !row.date ? ['/date'] : []),
    ],
    hasMainFile: isDraft ? (row.files ?? []).some((file) => file.role === 'MAIN') : true,
    hasScan: (row.files ?? []).some((file) => file.role === 'SCAN'),
    everSent: row.firstSentAt !== null,
    parentStatus: row.parentStatus,
    partnershipActive: row.partnershipActive,
    openObligations: [],
    remindedToday: isRemindedToday(row.lastReminder, actor, now),
    terminationOpen: row.terminationOpen,
  };
}

const limitedAll = (counts: Readonly<Record<string, number>>, whole: boolean): Record<string, CountDto> =>
  Object.fromEntries(Object.entries(counts).map(([value, count]) => [value, countDto(count, whole)]));

function bindingOf(actor: Actor, query: RegistryQueryDto): string {
  const { cursor: _cursor, limit: _limit, facets: _facets, total: _total, ...filter } = query;
  return JSON.stringify([actor.organizationId, Object.entries(filter).sort()]);
}

const positionOf = ([value = '', id = '']: readonly string[]) => ({ value, id });

function positionIn(row: PageRow, query: RegistryQueryDto): string[] {
  const byColumn: Record<string, string> = {
    updated_at: row.updatedAt,
    sort_date: row.sort_date,
    waiting_since: row.waitingSince ?? '',
  };
  return [byColumn[SORT_COLUMNS[query.sort].column] ?? '', row.id];
}
