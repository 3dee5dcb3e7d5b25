/** Statuses of an application (domain.md §4.5, §8.15). */
export const APPLICATION_STATUSES = ['DRAFT', 'SENT', 'ACCEPTED', 'REJECTED', 'WITHDRAWN'] as const;

/** A status a person can see. */
export type ApplicationStatus = (typeof APPLICATION_STATUSES)[number];

/** Every state, that of a soft delete included. */
export const APPLICATION_STATES = [...APPLICATION_STATUSES, 'DELETED'] as const;

export type ApplicationState = (typeof APPLICATION_STATES)[number];

export const APPLICATION_STATUS_LABELS: Readonly<Record<ApplicationStatus, string>> = {
  DRAFT: 'Черновик',
  SENT: 'На рассмотрении',
  ACCEPTED: 'Принята',
  REJECTED: 'Отклонена',
  WITHDRAWN: 'Отозвана',
};
