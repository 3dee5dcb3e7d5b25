import { Injectable } from '@nestjs/common';
import {
  matchReasons,
  rankMatches,
  withNeed,
  type Match,
  type MatchProfile,
  type MatchReason,
} from '@praktika/contracts';
import { validate as isUuid } from 'uuid';
import type { Actor } from '../../core/access/index.js';
import { notFound } from '../../core/errors/index.js';
import type { ListingOrganization } from '../listings/index.js';
import { knownArea } from '../reference-data/index.js';
import { MatchCandidates } from './candidates.js';
import { matchesDto, type MatchesDto } from './matching.dto.js';
import type { Declaration, ListingFeatures } from './matching.queries.js';
import { keysOf, profileOfDeclaration, profileOfListing } from './profiles.js';

const nameOfArea = (code: string) => `«${knownArea(code)?.name ?? code}»`;

/** Two sides to be judged, and what is shown when they fit. */
export interface Pairing {
  readonly place: MatchProfile;
  readonly demand: MatchProfile;
  /** Whom the caller would work with. */
  readonly organization: ListingOrganization;
  readonly regionCode: string | null;
  /** The other side's listing; none where its declaration alone fits. */
  readonly listing?: ListingFeatures;
  /** The caller's own listing it fits. */
  readonly own?: ListingFeatures;
}

/** What fits whom and why (ranked by the rules of the contracts). */
@Injectable()
export class Matches {
  constructor(private readonly candidates: MatchCandidates) {}

  /**
   * What fits a listing of one's own: educational organizations for an employer's place, places for a need.
   * @throws Refusal `not_found`, for somebody else's listing too
   */
  async ofListing(actor: Actor, id: string, limit: number): Promise<MatchesDto> {
    const own = isUuid(id) ? await this.candidates.ownListing(actor, id) : undefined;
    if (!own) throw notFound();
    const pairings =
      actor.side === 'EMPLOYER' ? await this.forPlace(actor, own) : await this.forDemands(actor, [{ own }]);
    return matchesDto(ranked(pairings, limit));
  }

  /** What fits the caller's organization: its declaration and its needs, or its places. */
  async ofOrganization(actor: Actor, limit: number): Promise<MatchesDto> {
    const own = await this.candidates.publishedOf(actor, [actor.organizationId]);
    const pairings =
      actor.side === 'EMPLOYER' ? await this.forPlaces(actor, own) : await this.forEducation(actor, own);
    return matchesDto(ranked(pairings, limit));
  }

  /** Educational organizations by what they declare, better with a published need that is about the same. */
  private async forPlace(actor: Actor, own: ListingFeatures): Promise<Pairing[]> {
    const place = profileOfListing(own);
    const keys = keysOf([place]);
    const needs = await this.candidates.listings(actor, 'EDUCATION', keys);
    const named = [...new Set(needs.map(({ organization }) => organization.id))];
    const declarations = await this.candidates.organizations(actor, keys, named);
    const theirs = await this.candidates.publishedOf(
      actor,
      declarations.map(({ organization }) => organization.id),
    );
    const known = uniqueById([...needs, ...theirs]);
    const needsOf = new Map(
      declarations.map(({ organization }) => [organization.id, [] as ListingFeatures[]]),
    );
    for (const need of known) needsOf.get(need.organization.id)?.push(need);
    return declarations.flatMap((declared) =>
      ofEducation({ own, place }, declared, needsOf.get(declared.organization.id) ?? []),
    );
  }

  /** Published needs that fit any of one's places. */
  private async forPlaces(actor: Actor, own: readonly ListingFeatures[]): Promise<Pairing[]> {
    const places = own.map((listing) => ({ own: listing, place: profileOfListing(listing) }));
    const needs = await this.candidates.listings(
      actor,
      'EDUCATION',
      keysOf(places.map(({ place }) => place)),
    );
    return needs.flatMap((listing) => {
      const { organization, regionCode } = listing;
      const demand = profileOfListing(listing);
      return places.map((side) => ({ ...side, demand, organization, regionCode, listing }));
    });
  }

  private async forEducation(actor: Actor, own: readonly ListingFeatures[]): Promise<Pairing[]> {
    const declared = await this.candidates.ownDeclaration(actor);
    const demands = own.map((need) => ({ own: need }));
    return this.forDemands(actor, declared ? [...demands, { declared }] : demands);
  }

  /** Published places that fit any of the demands. */
  private async forDemands(
    actor: Actor,
    demands: readonly { readonly own?: ListingFeatures; readonly declared?: Declaration }[],
  ): Promise<Pairing[]> {
    const sides = demands.flatMap(({ own, declared }) => [
      ...(own ? [{ own, demand: profileOfListing(own) }] : []),
      ...(declared ? [{ demand: profileOfDeclaration(declared) }] : []),
    ]);
    const places = await this.candidates.listings(
      actor,
      'EMPLOYER',
      keysOf(sides.map(({ demand }) => demand)),
    );
    return places.flatMap((listing) => {
      const { organization, regionCode } = listing;
      const place = profileOfListing(listing);
      return sides.map((side) => ({ ...side, place, organization, regionCode, listing }));
    });
  }
}

/** An educational organization against a place: its declaration alone, and with each of its needs about the same. */
function ofEducation(
  { own, place }: { readonly own: ListingFeatures; readonly place: MatchProfile },
  declared: Declaration,
  needs: readonly ListingFeatures[],
): Pairing[] {
  const { organization, regionCode } = declared;
  const demand = profileOfDeclaration(declared);
  const alone = { own, place, demand, organization, regionCode };
  const withNeeds = needs
    .map((listing) => ({ listing, need: profileOfListing(listing) }))
    .filter(({ need }) => matchReasons(place, need).length > 0)
    .map(({ listing, need }) => ({ ...alone, demand: withNeed(demand, need), listing }));
  return [alone, ...withNeeds];
}

/** Pairings that fit, best first; each listing or organization of the other side once. */
function ranked(pairings: readonly Pairing[], limit: number): Match<Pairing>[] {
  const reasonsOf = ({ place, demand }: Pairing): MatchReason[] => matchReasons(place, demand, nameOfArea);
  const byOrganization = pairings.some(({ listing }) => listing === undefined);
  const keyOf = ({ organization, listing }: Pairing) =>
    byOrganization || !listing ? organization.id : listing.id;
  const tieOf = ({ listing, own }: Pairing) => `${listing?.id ?? ''} ${own?.id ?? ''}`;
  return rankMatches(pairings, reasonsOf, keyOf, tieOf, limit);
}

const uniqueById = (listings: readonly ListingFeatures[]): ListingFeatures[] => [
  ...new Map(listings.map((listing) => [listing.id, listing])).values(),
];
