/** How a contract came to «Исполнен» (domain.md §0.4). */
export const CLOSE_MODES = ['WITHOUT_AGREEMENT', 'WITH_AGREEMENT'] as const;

export type CloseMode = (typeof CLOSE_MODES)[number];

export const CLOSE_MODE_LABELS: Readonly<Record<CloseMode, string>> = {
  WITHOUT_AGREEMENT: 'Без дополнительного соглашения',
  WITH_AGREEMENT: 'С дополнительным соглашением',
};
