import { Injectable } from '@nestjs/common';
import { dateInZone, type DocumentSide } from '@praktika/contracts';
import type { Actor } from '../../core/access/index.js';
import { Clock } from '../../core/clock/index.js';
import { Database } from '../../core/database/index.js';
import {
  CANDIDATE_LISTINGS,
  CANDIDATE_ORGANIZATIONS,
  OWN_DECLARATION,
  OWN_LISTING,
  PUBLISHED_LISTINGS_OF,
  type Declaration,
  type ListingFeatures,
} from './matching.queries.js';
import type { MatchKeys } from './profiles.js';

/** Candidates each way of fitting brings in: what is judged never grows with the table. */
const EACH_WAY = 100;

/** Published listings of one organization that are looked at, newest first. */
const OF_EACH = 10;

type Row<Shape> = Shape & Record<string, unknown>;

/** Finds what may fit, under row-level security; whether it does is judged by the rules of the contracts. */
@Injectable()
export class MatchCandidates {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** A listing of the actor's organization. */
  async ownListing(actor: Actor, id: string): Promise<ListingFeatures | undefined> {
    const values = [id, actor.organizationId];
    const [listing] = await this.database.read<Row<ListingFeatures>>(actor, OWN_LISTING, values);
    return listing;
  }

  /** What the actor's organization declares. */
  async ownDeclaration(actor: Actor): Promise<Declaration | undefined> {
    const values = [actor.organizationId];
    const [declared] = await this.database.read<Row<Declaration>>(actor, OWN_DECLARATION, values);
    return declared;
  }

  /** The newest published listings of each organization. */
  publishedOf(actor: Actor, organizations: readonly string[]): Promise<ListingFeatures[]> {
    const values = [organizations, this.today(actor), OF_EACH];
    return this.database.read<Row<ListingFeatures>>(actor, PUBLISHED_LISTINGS_OF, values);
  }

  /** Published listings of a side. */
  listings(actor: Actor, side: DocumentSide, keys: MatchKeys): Promise<ListingFeatures[]> {
    const { specialties, groups, areas, regions, professions } = keys;
    const values = [side, specialties, groups, areas, regions, professions, this.today(actor), EACH_WAY];
    return this.database.read<Row<ListingFeatures>>(actor, CANDIDATE_LISTINGS, values);
  }

  /** Educational organizations, those named among them. */
  organizations(actor: Actor, keys: MatchKeys, named: readonly string[]): Promise<Declaration[]> {
    const { specialties, groups, areas, regions } = keys;
    const values = [specialties, groups, areas, regions, named, EACH_WAY];
    return this.database.read<Row<Declaration>>(actor, CANDIDATE_ORGANIZATIONS, values);
  }

  private today({ timeZone }: Actor): string {
    return dateInZone(this.clock.now(), timeZone);
  }
}
