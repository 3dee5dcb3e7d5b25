import {
  EDUCATION_LEVELS,
  EDUCATION_TYPES,
  LEGAL_FORMS,
  type DocumentSide,
  type EducationLevel,
  type EducationType,
  type LegalForm,
} from '@praktika/contracts';
import type { LocationQuery, LocationQueryRaw } from 'vue-router';
import type { OrganizationQuery } from '../../../app/api/paths.js';

/** What narrows a registry of organizations; it lives in the address bar. */
export interface OrganizationFilters {
  q: string;
  regionCode: string[];
  type: EducationType[];
  legalForm: LegalForm[];
  level: EducationLevel[];
  specialtyCode: string | null;
  areaCode: string | null;
  hasAccount: boolean;
}

const text = (value: LocationQuery[string] | undefined) => (typeof value === 'string' ? value : '');
const several = (value: LocationQuery[string] | undefined) => text(value).split(',').filter(Boolean);
const known = <T extends string>(value: LocationQuery[string] | undefined, all: readonly T[]) =>
  all.filter((item) => several(value).includes(item));

export const filtersFromQuery = (query: LocationQuery): OrganizationFilters => ({
  q: text(query['q']),
  regionCode: several(query['regionCode']).filter((code) => /^\d{2}$/.test(code)),
  type: known(query['type'], EDUCATION_TYPES),
  legalForm: known(query['legalForm'], LEGAL_FORMS),
  level: known(query['level'], EDUCATION_LEVELS),
  specialtyCode: /^\d{2}\.\d{2}\.\d{2}$/.test(text(query['specialtyCode']))
    ? text(query['specialtyCode'])
    : null,
  areaCode: /^\d{2}$/.test(text(query['areaCode'])) ? text(query['areaCode']) : null,
  hasAccount: query['hasAccount'] === 'true',
});

/** The address without what is not narrowed. */
export function queryFromFilters(filters: OrganizationFilters): LocationQueryRaw {
  const entries = Object.entries(filters).map(([name, value]: [string, unknown]) => [
    name,
    Array.isArray(value) ? value.join(',') : value === true ? 'true' : value,
  ]);
  return Object.fromEntries(entries.filter(([, value]) => Boolean(value))) as LocationQueryRaw;
}

/** The same as the server takes it. What an employer has not is not asked of employers. */
export function apiQueryFromFilters(side: DocumentSide, filters: OrganizationFilters): OrganizationQuery {
  const { q, regionCode, type, legalForm, level, specialtyCode, areaCode, hasAccount } = filters;
  const declared =
    side === 'EDUCATION'
      ? {
          ...(type.length > 0 && { type }),
          ...(level.length > 0 && { level }),
          ...(specialtyCode && { specialtyCode: [specialtyCode] }),
          ...(areaCode && { areaCode: [areaCode] }),
        }
      : legalForm.length > 0 && { legalForm };
  return {
    side,
    ...(q && { q }),
    ...(regionCode.length > 0 && { regionCode }),
    ...declared,
    ...(hasAccount && { hasAccount }),
  };
}

/** How many groups narrow, the text left out. */
export const narrowedGroups = ({ q: _, ...groups }: OrganizationFilters): number =>
  Object.values(groups).filter((value) => (Array.isArray(value) ? value.length > 0 : Boolean(value))).length;

export const NOTHING_CHOSEN: OrganizationFilters = filtersFromQuery({});
