import { api, unwrap } from '../../../app/api/client.js';
import type { Partner } from '../../../app/api/models.js';
import type { Choice } from '../../../ui/choice.js';

function choiceOf(partner: Partner): Choice {
  return { id: partner.id, label: partner.shortName ?? partner.fullName, description: `ИНН ${partner.inn}` };
}

/** Active partners whose name or numbers contain the text. */
export async function searchPartners(text: string): Promise<Choice[]> {
  const { items } = await unwrap(
    api.GET('/partners', { params: { query: text.trim() ? { q: text.trim() } : {} } }),
  );
  return items.map(choiceOf);
}

/** One partner by id, for a filter or a draft that knows only the id. */
export async function findPartner(id: string): Promise<Choice | null> {
  const partners = await searchPartners('');
  return partners.find((partner) => partner.id === id) ?? null;
}
