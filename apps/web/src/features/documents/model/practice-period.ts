import type { PeriodContractTerms } from '@praktika/contracts';

/** From the first day of the earliest programme to the last day of the latest; `YYYY-MM-DD` or null. */
export function practicePeriod(terms: PeriodContractTerms): { from: string | null; to: string | null } {
  const lines = terms.programmes ?? [];
  const from = lines.flatMap((line) => (line.from ? [line.from] : [])).sort();
  const to = lines.flatMap((line) => (line.to ? [line.to] : [])).sort();
  return { from: from[0] ?? null, to: to.at(-1) ?? null };
}
