/** Statuses of a partnership (domain.md §4.5): made by an accepted application, ended by either side. */
export const PARTNERSHIP_STATUSES = ['ACTIVE', 'ENDED'] as const;

export type PartnershipStatus = (typeof PARTNERSHIP_STATUSES)[number];

export const PARTNERSHIP_STATUS_LABELS: Readonly<Record<PartnershipStatus, string>> = {
  ACTIVE: 'Активный',
  ENDED: 'Прекращено',
};
