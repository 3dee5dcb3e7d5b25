import type { DocumentSide } from '@praktika/contracts';
import type { OrganizationsQueryDto } from './registry.dto.js';

/** The groups that are counted, each without its own filter. */
export type OrganizationFacet = 'type' | 'legalForm';

/** What narrows a registry; the side is always told. */
export type OrganizationSelection = Omit<OrganizationsQueryDto, 'side' | 'limit' | 'cursor' | 'counts'> & {
  readonly side: DocumentSide;
};

const CONDITIONS: Readonly<
  Record<Exclude<keyof OrganizationSelection, 'side' | 'q'>, (value: string) => string>
> = {
  regionCode: (value) => `o.region_code = ANY (${value}::text[])`,
  type: (value) => `o.education_type = ANY (${value}::text[])`,
  legalForm: (value) => `o.legal_form = ANY (${value}::text[])`,
  level: (value) => `o.education_levels && ${value}::text[] AND o.education_levels <> '{}'`,
  specialtyCode: (value) =>
    `o.id IN (SELECT organization_id FROM organization_programmes WHERE specialty_code = ANY (${value}::text[]))`,
  areaCode: (value) =>
    `o.id IN (SELECT organization_id FROM organization_areas WHERE area_code = ANY (${value}::text[]))`,
  hasAccount: (value) => `o.acting = ${value}::boolean`,
};

/**
 * The condition of a registry's query over organizations `o`: constant pieces of SQL, the values are numbered.
 *
 * @param values of the statement; the filter appends its own
 * @param leaveOut a facet counted without its own filter
 */
export function filterOf(
  selection: OrganizationSelection,
  values: unknown[],
  leaveOut?: OrganizationFacet,
): string {
  const add = (value: unknown) => `$${values.push(value)}`;
  const pieces = [`o.side = ${add(selection.side)}`];
  for (const [name, condition] of Object.entries(CONDITIONS)) {
    const value = selection[name as keyof typeof CONDITIONS];
    const isEmpty = value === undefined || (Array.isArray(value) && value.length === 0);
    if (isEmpty || name === leaveOut) continue;
    // a flag is part of the statement's shape: the index of acting organizations serves it
    pieces.push(typeof value === 'boolean' ? condition(String(value)) : condition(add(value)));
  }
  return pieces.join(' AND ');
}
