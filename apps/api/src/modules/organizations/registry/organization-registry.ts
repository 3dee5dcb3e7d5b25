import { Injectable } from '@nestjs/common';
import type { DocumentSide } from '@praktika/contracts';
import type { Actor } from '../../../core/access/index.js';
import { Database } from '../../../core/database/index.js';
import { countDto, Cursors } from '../../../core/http/index.js';
import { countStatement, FACETS } from './count-statement.js';
import type { OrganizationSelection } from './organization-filter.js';
import { pageStatement, type Position } from './page-statement.js';
import type { OrganizationRowDto, OrganizationsPageDto, OrganizationsQueryDto } from './registry.dto.js';

type CountRow = {
  readonly total: number;
  readonly facet: Readonly<Record<string, number>>;
  readonly whole?: boolean;
};

/** «Реестр обр. организаций» and its mirror «Реестр работодателей»: all that are known, accounts or not (manual §2). */
@Injectable()
export class OrganizationRegistry {
  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
  ) {}

  /** @throws Refusal `invalid_cursor` for a cursor of another filter or organization */
  async page(actor: Actor, query: OrganizationsQueryDto): Promise<OrganizationsPageDto> {
    const selection = selectionOf(actor, query);
    const binding = JSON.stringify(['organizations', actor.organizationId, Object.entries(selection).sort()]);
    const after = query.cursor === undefined ? undefined : this.positionOf(query.cursor, binding);
    const { statement, values } = pageStatement(actor.organizationId, selection, after, query.limit);
    const [rows, counts] = await Promise.all([
      this.database.read<OrganizationRowDto & Record<string, unknown>>(actor, statement, values),
      query.counts ? this.counts(actor, selection) : {},
    ]);
    const items = rows.slice(0, query.limit);
    const last = rows.length > query.limit ? items.at(-1) : undefined;
    return {
      items,
      nextCursor: last ? this.cursors.seal([last.fullName, last.id], binding) : null,
      ...counts,
    };
  }

  private positionOf(cursor: string, binding: string): Position {
    const [name = '', id = ''] = this.cursors.open(cursor, binding);
    return { name, id };
  }

  private async counts(
    actor: Actor,
    selection: OrganizationSelection,
  ): Promise<Pick<OrganizationsPageDto, 'total' | 'facets'>> {
    const { statement, values } = countStatement(selection);
    const [row] = await this.database.read<CountRow>(actor, statement, values);
    const whole = row?.whole ?? true;
    const groups = Object.entries(row?.facet ?? {}).map(([value, count]) => [value, countDto(count, whole)]);
    return {
      total: countDto(row?.total ?? 0, whole),
      facets: { [FACETS[selection.side].name]: Object.fromEntries(groups) as object },
    };
  }
}

/** Who looks for partners looks on the other side. */
const OTHER_SIDE: Readonly<Record<string, DocumentSide>> = { EDUCATION: 'EMPLOYER', EMPLOYER: 'EDUCATION' };

function selectionOf(actor: Actor, query: OrganizationsQueryDto): OrganizationSelection {
  const { limit: _limit, cursor: _cursor, counts: _counts, side, ...narrowing } = query;
  return { ...narrowing, side: side ?? OTHER_SIDE[actor.side] ?? 'EDUCATION' };
}
