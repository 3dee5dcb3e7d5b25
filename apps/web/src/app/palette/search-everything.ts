import { otherLayout, type Permission } from '@praktika/contracts';
import { api, unwrap } from '../api/client.js';
import type { DocumentRow, Partner } from '../api/models.js';
import { formatTitle } from '../format.js';
import type { PaletteOption } from './palette-option.js';

/** Documents and partners the palette shows of each. */
const SHOWN = { documents: 8, partners: 5 } as const;

/** What a search has found, and by which text: the one typed, or what it would be in the other layout. */
export interface Found {
  readonly by: string;
  readonly options: readonly PaletteOption[];
}

/**
 * Searches documents and partners, once more in the other keyboard layout when nothing is found.
 *
 * @param can what the person may see
 */
export async function searchEverything(
  text: string,
  can: (permission: Permission) => boolean,
  signal: AbortSignal,
): Promise<Found> {
  const options = await search(text, can, signal);
  const twin = otherLayout(text);
  if (options.length > 0 || twin === text) return { by: text, options };
  const meant = await search(twin, can, signal);
  return meant.length > 0 ? { by: twin, options: meant } : { by: text, options };
}

async function search(
  q: string,
  can: (permission: Permission) => boolean,
  signal: AbortSignal,
): Promise<PaletteOption[]> {
  const [documents, partners] = await Promise.all([
    can('documents:read')
      ? unwrap(api.GET('/documents', { params: { query: { q, limit: SHOWN.documents } }, signal }))
      : undefined,
    can('partners:read') ? unwrap(api.GET('/partners', { params: { query: { q } }, signal })) : undefined,
  ]);
  return [
    ...(documents?.items.map(documentOption) ?? []),
    ...(partners?.items.slice(0, SHOWN.partners).map(partnerOption) ?? []),
  ];
}

function documentOption(row: DocumentRow): PaletteOption {
  return {
    key: `document-${row.id}`,
    group: 'documents',
    label: formatTitle(row.title),
    description: row.partner.name,
    icon: row.foundIn === 'FILE' ? 'paperclip' : 'file-text',
    status: row.status,
    ...(row.foundIn === 'FILE' && { inFile: true }),
    to: { name: 'document', params: { id: row.id } },
  };
}

/** A partner leads to the documents with it. */
function partnerOption(partner: Partner): PaletteOption {
  return {
    key: `partner-${partner.id}`,
    group: 'partners',
    label: partner.shortName ?? partner.fullName,
    description: `ИНН ${partner.inn}`,
    icon: 'building-2',
    to: { name: 'documents', query: { partnerId: partner.id } },
  };
}
