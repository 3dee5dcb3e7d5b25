import { Conditions, named, type Query, type Statement } from '../../core/database/index.js';
import type { ListingOrganization } from '../listings/index.js';
import { expandDistricts } from '../reference-data/index.js';
import type { PublicPlacesQueryDto } from './public-feeds.dto.js';

/** A published place as a feed tells it: no contacts, and no free texts, in which people write such. */
export interface PublicPlaceRow {
  readonly id: string;
  readonly title: string;
  readonly type: string;
  readonly areaCode: string;
  readonly specialtyCode: string | null;
  readonly specialtyName: string | null;
  readonly regionCode: string;
  readonly city: string | null;
  readonly seats: number;
  /** `YYYY-MM-DD`, both days included. */
  readonly from: string;
  readonly to: string;
  readonly publishedAt: string;
  /** When anything the feed tells of it has last changed. */
  readonly changedAt: string;
  readonly organization: ListingOrganization;
}

/** Places one feed lists, the newest. */
export const FEED_LIMIT = 100;

/** The newest published places that a feed's filter lets through. */
export function placesQuery({ type, areaCode, regionCode, specialtyCode }: PublicPlacesQueryDto): Query {
  const conditions = new Conditions([FEED_LIMIT])
    .add(`l.status = 'PUBLISHED'`)
    .add(`l.side = 'EMPLOYER'`)
    .among('l.type', 'text', type)
    .among('l.area_code', 'text', areaCode)
    .among('l.region_code', 'text', expandDistricts(regionCode))
    .among('l.specialty_code', 'text', specialtyCode);
  const text = `WITH newest AS MATERIALIZED (
      SELECT l.id FROM listings l WHERE ${conditions.sql} ORDER BY l.published_at DESC, l.id DESC LIMIT $1)
    SELECT l.id, l.title, l.type, l.area_code AS "areaCode", l.specialty_code AS "specialtyCode",
           l.terms ->> 'specialtyName' AS "specialtyName", l.region_code AS "regionCode", l.terms ->> 'city' AS city,
           l.seats, l.period_from::text AS "from", l.period_to::text AS "to", l.published_at AS "publishedAt",
           greatest(l.published_at, l.updated_at, o.updated_at) AS "changedAt", party_json(o) AS organization
      FROM newest JOIN listings l USING (id) JOIN organizations o ON o.id = l.organization_id
     ORDER BY l.published_at DESC, l.id DESC`;
  return { statement: named(text), values: conditions.values };
}

/** When what anybody may read of places has last changed; what has left the list counts. */
export const PLACES_CHANGED_AT: Statement = {
  name: 'public-feeds.changed-at',
  text: 'SELECT places_changed_at() AS "changedAt"',
};
