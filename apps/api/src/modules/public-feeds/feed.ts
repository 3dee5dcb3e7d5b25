import { APPLICATION_TYPE_LABELS, type ApplicationType } from '@praktika/contracts';
import { knownArea, REGIONS } from '../reference-data/index.js';
import type { PublicPlaceRow } from './places.queries.js';

/** A published place in words, whatever the format. */
export interface FeedEntry {
  /** `urn:uuid:…`: it stays the same as long as the listing lives. */
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly summary: string;
  readonly organization: string;
  readonly location: string;
  readonly tags: readonly string[];
  /** `YYYY-MM-DD`, both days included. */
  readonly from: string;
  readonly to: string;
  readonly publishedAt: Date;
  readonly changedAt: Date;
}

/** What a feed says of itself. */
export interface Feed {
  readonly title: string;
  readonly description: string;
  readonly homeUrl: string;
  /** Its own address, filters included. */
  readonly selfUrl: string;
  readonly changedAt: Date;
  readonly entries: readonly FeedEntry[];
}

const regionNames = new Map(REGIONS.map(({ code, name }) => [code, name]));

/** @param publicUrl where the site is, without a slash at the end */
export function feedEntry(row: PublicPlaceRow, publicUrl: string): FeedEntry {
  const organization = row.organization.shortName ?? row.organization.fullName;
  const location = [row.city, regionNames.get(row.regionCode)].filter(Boolean).join(', ');
  const area = knownArea(row.areaCode)?.name ?? row.areaCode;
  const type = APPLICATION_TYPE_LABELS[row.type as ApplicationType];
  const specialty = [row.specialtyCode, row.specialtyName].filter(Boolean).join(' ');
  return {
    id: `urn:uuid:${row.id}`,
    url: `${publicUrl}/places/${row.id}`,
    title: `${row.title} — ${organization}`,
    summary: [
      type,
      `Срок: ${dateOf(row.from)} – ${dateOf(row.to)}`,
      `Мест: ${row.seats}`,
      `Регион: ${location}`,
      `Область: ${area}`,
      ...(specialty ? [`Специальность: ${specialty}`] : []),
    ].join('. '),
    organization,
    location,
    tags: [type, area, ...(specialty ? [specialty] : [])],
    from: row.from,
    to: row.to,
    publishedAt: new Date(row.publishedAt),
    changedAt: new Date(row.changedAt),
  };
}

const dateOf = (date: string) => date.split('-').reverse().join('.');
