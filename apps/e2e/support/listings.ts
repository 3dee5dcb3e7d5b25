import type { Api } from './api.js';

/** What the tests read of a listing. */
interface ListingCard {
  readonly id: string;
  readonly version: number;
}

const DAY_MS = 24 * 3_600_000;

/** The date so many days from today, `YYYY-MM-DD`. */
export const dayAhead = (days: number): string =>
  new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);

/** A date as people type it. */
export const typed = (date: string): string => date.split('-').reverse().join('.');

export const CONTACTS = { person: 'Орлова Ирина Сергеевна', phone: '+7 495 000-00-77' };

/** Everything a listing needs before it is published. */
export const completeTerms = (profession: string) => ({
  applicationType: 'PRACTICE',
  areaCode: '06',
  profession,
  regionCode: '77',
  level: 'BACHELOR',
  seats: 12,
  from: dayAhead(60),
  to: dayAhead(90),
});

/** A published listing of this person's organization. */
export async function publishedListing(desk: Api, profession: string, terms: object = {}): Promise<string> {
  const body = { terms: { ...completeTerms(profession), ...terms }, contacts: CONTACTS };
  const { id, version } = await desk.post<ListingCard>('/listings', body);
  await desk.post(`/listings/${id}/actions/publish`, {}, { 'If-Match': `"v${version}"` });
  return id;
}
