import { describe, expect, it } from 'vitest';
import {
  apiQueryFromFilters,
  filtersFromQuery,
  isNarrowed,
  queryFromFilters,
} from '../../src/features/documents/model/registry-query.js';

describe('the registry’s address', () => {
  it('tells the same filters after a round trip', () => {
    const query = {
      direction: 'INCOMING',
      kind: 'PERIOD_CONTRACT',
      status: 'ON_APPROVAL,ON_SIGNING',
      partnerId: 'p1',
      parentId: 'd1',
      waitingForMe: 'true',
      dateFrom: '2026-11-01',
      dateTo: '2026-11-30',
      q: 'Ромашка',
      sort: 'waitingSince',
      cursor: 'abc',
    };
    expect(queryFromFilters(filtersFromQuery(query))).toEqual(query);
  });

  it('stays empty when nothing is chosen', () => {
    expect(queryFromFilters(filtersFromQuery({}))).toEqual({});
    expect(isNarrowed(filtersFromQuery({ direction: 'OUTGOING' }))).toBe(false);
    expect(isNarrowed(filtersFromQuery({ q: 'x' }))).toBe(true);
  });

  it('takes repeated values as well as commas, in the order of the life of a document', () => {
    expect(filtersFromQuery({ status: ['ON_SIGNING', 'DRAFT'] }).statuses).toEqual(['DRAFT', 'ON_SIGNING']);
  });

  it('ignores what an old or a mistyped link asks for', () => {
    const filters = filtersFromQuery({
      status: 'NOPE',
      sort: 'size',
      dateFrom: 'yesterday',
      direction: 'SIDEWAYS',
    });
    expect(filters).toMatchObject({ statuses: [], sort: '-updatedAt', dateFrom: '', direction: null });
  });

  it('asks the server for lists, not for joined words', () => {
    const filters = filtersFromQuery({ status: 'DRAFT,ON_SIGNING', waitingForMe: 'true' });
    expect(apiQueryFromFilters(filters)).toEqual({
      sort: '-updatedAt',
      status: ['DRAFT', 'ON_SIGNING'],
      waitingForMe: true,
    });
  });
});
