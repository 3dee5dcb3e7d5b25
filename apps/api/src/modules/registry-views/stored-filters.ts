import type { Actor } from '../../core/access/index.js';
import type { Transaction } from '../../core/database/index.js';
import { invalidFields } from '../../core/errors/index.js';
import type { RegistryViewFiltersDto } from './registry-views.dto.js';
import { KNOWN_FILTERS } from './registry-views.queries.js';

/**
 * The filters as they are kept: only what is narrowed, each value once.
 *
 * @throws Refusal `validation_failed` for a partner or a document the organization knows nothing of
 */
export async function storedFilters(
  tx: Transaction,
  { organizationId }: Actor,
  filters: RegistryViewFiltersDto,
): Promise<string> {
  const partners = [...new Set(filters.partnerId ?? [])];
  const { parentId } = filters;
  if (partners.length > 0 || parentId) {
    const values = [organizationId, partners, parentId ?? null];
    const [known] = await tx.query<{ partners: string[]; parent: boolean }>(KNOWN_FILTERS, values);
    const stranger = partners.findIndex((id) => !known?.partners.includes(id.toLowerCase()));
    const errors = [
      ...(stranger < 0 ? [] : [unknown(`/filters/partnerId/${stranger}`, 'Партнёр не найден.')]),
      ...(parentId && !known?.parent ? [unknown('/filters/parentId', 'Документ не найден.')] : []),
    ];
    if (errors.length > 0) throw invalidFields(...errors);
  }
  const narrowed = Object.entries(filters)
    .map(([name, value]: [string, unknown]) => [name, Array.isArray(value) ? [...new Set(value)] : value])
    .filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0));
  return JSON.stringify(Object.fromEntries(narrowed));
}

const unknown = (pointer: string, detail: string) => ({ pointer, code: 'not_found', detail });
