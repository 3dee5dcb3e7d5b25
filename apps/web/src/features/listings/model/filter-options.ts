import type { ListingFacetValue } from '../../../app/api/models.js';
import { formatCount } from '../../../app/format.js';

/** A value to narrow by, with how many listings have it. */
export interface FilterOption<T extends string = string> {
  value: T;
  label: string;
  note?: string;
}

/**
 * The values of one filter: those that occur, then the rest of the directory. What is chosen is always among them,
 * by its code if need be, so that it can be taken back.
 */
export function optionsOf<T extends string>(
  directory: readonly { value: T; label: string }[],
  occurring: readonly ListingFacetValue[] | undefined,
  chosen: readonly T[],
): FilterOption<T>[] {
  const counts = new Map(occurring?.map(({ value, count }) => [value, formatCount(count)]));
  const labels = new Map<string, string>([
    ...(occurring ?? []).map(({ value, label }) => [value, label] as const),
    ...directory.map(({ value, label }) => [value, label] as const),
    ...chosen
      .filter((code) => !directory.some(({ value }) => value === code) && !counts.has(code))
      .map((code) => [code, code] as const),
  ]);
  const options = [...labels].map(([value, label]) => ({
    value: value as T,
    label,
    note: counts.get(value) ?? '0',
  }));
  return [
    ...options.filter(({ value }) => counts.has(value)),
    ...options.filter(({ value }) => !counts.has(value)),
  ];
}
