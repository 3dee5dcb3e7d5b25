import { isSpecialtyCode } from '@praktika/contracts';
import { api, unwrap } from '../api/client.js';
import type { Choice } from '../../ui/choice.js';

const SHOWN = 20;

export interface SpecialtyChoice extends Choice {
  /** Empty for a code that the reference data do not know. */
  name: string;
}

/** Specialties by code or words; a complete code that is not in the reference is offered as it was typed. */
export async function searchSpecialties(text: string, unknownNote: string): Promise<SpecialtyChoice[]> {
  const q = text.trim();
  const { items } = await unwrap(
    api.GET('/reference/specialties', { params: { query: { ...(q ? { q } : {}), limit: SHOWN } } }),
  );
  const found = items.map(({ code, name }) => ({ id: code, label: `${code} ${name}`, name }));
  const unknown = isSpecialtyCode(q) && !items.some(({ code }) => code === q);
  return unknown ? [{ id: q, label: q, description: unknownNote, name: '' }, ...found] : found;
}
