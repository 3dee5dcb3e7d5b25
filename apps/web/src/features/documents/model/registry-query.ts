import {
  DIRECTIONS,
  DOCUMENT_KINDS,
  DOCUMENT_STATUSES,
  REGISTRY_LIMITS,
  REGISTRY_SORTS,
  type Direction,
  type DocumentKind,
  type DocumentStatus,
  type RegistrySort,
} from '@praktika/contracts';
import type { LocationQuery, LocationQueryRaw } from 'vue-router';
import type { DocumentQuery } from '../../../app/api/paths.js';

/** The registry's filters as the page holds them; the address bar uses the API's own names. */
export interface RegistryFilters {
  direction: Direction | null;
  kinds: DocumentKind[];
  statuses: DocumentStatus[];
  partnerId: string | null;
  /** Only what hangs on this document. */
  parentId: string | null;
  waitingForMe: boolean;
  dateFrom: string;
  dateTo: string;
  q: string;
  sort: RegistrySort;
  cursor: string | null;
  /** The saved view these filters came from, or `EVERYTHING`. */
  view: string | null;
}

/** In the address: nothing is narrowed, and that on purpose. An empty address opens with the default view. */
export const EVERYTHING = 'all';

export const DEFAULT_SORT: RegistrySort = '-updatedAt';

function values(query: LocationQuery, name: string): string[] {
  const value = query[name];
  const list = Array.isArray(value) ? value : [value];
  return list.flatMap((item) => (item ? item.split(',') : []));
}

function known<T extends string>(candidates: readonly string[], allowed: readonly T[]): T[] {
  return allowed.filter((item) => candidates.includes(item));
}

function isDate(value: string | undefined): value is string {
  return value !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(value);
}

/** Reads the address bar; what is unknown there is ignored, as a link may be old. */
export function filtersFromQuery(query: LocationQuery): RegistryFilters {
  const [dateFrom] = values(query, 'dateFrom');
  const [dateTo] = values(query, 'dateTo');
  const [q] = [query['q']].flat();
  const [cursor] = [query['cursor']].flat();
  const [view] = [query['view']].flat();
  return {
    direction: known(values(query, 'direction'), DIRECTIONS)[0] ?? null,
    kinds: known(values(query, 'kind'), DOCUMENT_KINDS),
    statuses: known(values(query, 'status'), DOCUMENT_STATUSES),
    partnerId: values(query, 'partnerId')[0] ?? null,
    parentId: values(query, 'parentId')[0] ?? null,
    waitingForMe: values(query, 'waitingForMe').includes('true'),
    dateFrom: isDate(dateFrom) ? dateFrom : '',
    dateTo: isDate(dateTo) ? dateTo : '',
    q: (q ?? '').slice(0, REGISTRY_LIMITS.search),
    sort: known(values(query, 'sort'), REGISTRY_SORTS)[0] ?? DEFAULT_SORT,
    cursor: cursor ?? null,
    view: view || null,
  };
}

/** The same filters for the address bar; defaults are left out so that the link stays short. */
export function queryFromFilters(filters: RegistryFilters): LocationQueryRaw {
  const { view } = filters;
  const query = {
    ...(filters.direction ? { direction: filters.direction } : {}),
    ...(filters.kinds.length > 0 ? { kind: filters.kinds.join(',') } : {}),
    ...(filters.statuses.length > 0 ? { status: filters.statuses.join(',') } : {}),
    ...(filters.partnerId ? { partnerId: filters.partnerId } : {}),
    ...(filters.parentId ? { parentId: filters.parentId } : {}),
    ...(filters.waitingForMe ? { waitingForMe: 'true' } : {}),
    ...(filters.dateFrom ? { dateFrom: filters.dateFrom } : {}),
    ...(filters.dateTo ? { dateTo: filters.dateTo } : {}),
    ...(filters.q ? { q: filters.q } : {}),
    ...(filters.sort === DEFAULT_SORT ? {} : { sort: filters.sort }),
    ...(filters.cursor ? { cursor: filters.cursor } : {}),
  };
  const told = view === EVERYTHING ? Object.keys(query).length === 0 : view !== null;
  return told ? { ...query, view } : query;
}

/** The same for an address somebody has chosen: it is never empty, so that no default view takes its place. */
export function chosenQuery(filters: RegistryFilters): LocationQueryRaw {
  return queryFromFilters({ ...filters, view: filters.view ?? EVERYTHING });
}

/** The same filters for the server. */
export function apiQueryFromFilters(filters: RegistryFilters): DocumentQuery {
  const { direction, kinds, statuses, partnerId, parentId, waitingForMe, dateFrom, dateTo, q, sort, cursor } =
    filters;
  return {
    sort,
    ...(direction ? { direction } : {}),
    ...(kinds.length > 0 ? { kind: kinds } : {}),
    ...(statuses.length > 0 ? { status: statuses } : {}),
    ...(partnerId ? { partnerId: [partnerId] } : {}),
    ...(parentId ? { parentId } : {}),
    ...(waitingForMe ? { waitingForMe } : {}),
    ...(dateFrom ? { dateFrom } : {}),
    ...(dateTo ? { dateTo } : {}),
    ...(q ? { q } : {}),
    ...(cursor ? { cursor } : {}),
  };
}

/** Is anything narrowed beyond the direction? Decides between «nothing yet» and «nothing by these filters». */
export function isNarrowed(filters: RegistryFilters): boolean {
  return (
    filters.kinds.length > 0 ||
    filters.statuses.length > 0 ||
    filters.partnerId !== null ||
    filters.parentId !== null ||
    filters.waitingForMe ||
    filters.dateFrom !== '' ||
    filters.dateTo !== '' ||
    filters.q !== ''
  );
}

/** How many filter groups are in use: shown on the narrow screen's «Фильтры» button. */
export function narrowedGroups(filters: RegistryFilters): number {
  return [
    filters.kinds.length > 0,
    filters.statuses.length > 0,
    filters.partnerId !== null,
    filters.parentId !== null,
    filters.waitingForMe,
    filters.dateFrom !== '' || filters.dateTo !== '',
  ].filter(Boolean).length;
}
