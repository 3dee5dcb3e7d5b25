/** What is applied for (domain.md §4.5–4.6). */
export const APPLICATION_KINDS = ['PARTNERSHIP', 'PRACTICE'] as const;

export type ApplicationKind = (typeof APPLICATION_KINDS)[number];

export const APPLICATION_KIND_LABELS: Readonly<Record<ApplicationKind, string>> = {
  PARTNERSHIP: 'Заявка на партнерство',
  PRACTICE: 'Заявка на практику',
};

/** An application as a card and a list name it: kind and number; a draft has none before it is sent. */
export function applicationTitle(kind: ApplicationKind, number: number | null): string {
  return number === null ? APPLICATION_KIND_LABELS[kind] : `${APPLICATION_KIND_LABELS[kind]} № ${number}`;
}
