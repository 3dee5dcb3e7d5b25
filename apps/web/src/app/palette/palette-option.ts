import type { DocumentStatus } from '@praktika/contracts';
import type { RouteLocationRaw } from 'vue-router';

/** Groups of the palette, in the order they are shown. */
export const PALETTE_GROUPS = ['documents', 'partners', 'commands'] as const;

export type PaletteGroup = (typeof PALETTE_GROUPS)[number];

/** One line of the palette: where it leads, and what it says. */
export interface PaletteOption {
  readonly key: string;
  readonly group: PaletteGroup;
  readonly label: string;
  readonly description?: string;
  readonly icon: string;
  readonly to: RouteLocationRaw;
  readonly status?: DocumentStatus;
  /** Only the text of its file holds what was searched for. */
  readonly inFile?: boolean;
}
