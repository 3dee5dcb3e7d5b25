import { invalidFields } from '../../core/errors/index.js';

/** @throws Refusal `validation_failed` that points at every second mention of a document */
export function assertNamedOnce(items: readonly { readonly id: string }[]): void {
  const met = new Set<string>();
  const repeated = items.flatMap(({ id }, index) => {
    const known = met.has(id.toLowerCase());
    met.add(id.toLowerCase());
    return known
      ? [{ pointer: `/items/${index}/id`, code: 'duplicate', detail: 'Документ указан дважды.' }]
      : [];
  });
  if (repeated.length > 0) throw invalidFields(...repeated);
}
