import type { paths as Served } from '@praktika/contracts/api';

type WithoutPrefix<Path> = Path extends `/api/v1${infer Rest}` ? Rest : never;

/** The operations of the committed OpenAPI file, relative to `/api/v1`. */
export type paths = { [Path in keyof Served as WithoutPrefix<Path>]: Served[Path] };

type QueryOf<Operation> = Operation extends { parameters: { query?: infer Query } }
  ? NonNullable<Query>
  : never;

/** Filters, order and paging of the registry, as the server takes them. */
export type DocumentQuery = QueryOf<paths['/documents']['get']>;

/** Filters and paging of the registries of organizations, as the server takes them. */
export type OrganizationQuery = QueryOf<paths['/organizations']['get']>;

/** Filters and paging of applications, as the server takes them. */
export type ApplicationQuery = QueryOf<paths['/applications']['get']>;

/** Filters and paging of the directory and of proposals, as the server takes them. */
export type ProfessionQuery = QueryOf<paths['/professions']['get']>;
export type ProposalQuery = QueryOf<paths['/profession-proposals']['get']>;
export type ModeratedProposalQuery = QueryOf<paths['/moderation/profession-proposals']['get']>;
export type SpecialtyQuery = QueryOf<paths['/reference/specialties']['get']>;

/** Filters and paging of listings and of responses to them, as the server takes them. */
export type ListingQuery = QueryOf<paths['/listings']['get']>;
export type OwnListingQuery = QueryOf<paths['/listings/own']['get']>;
export type ListingResponseQuery = QueryOf<paths['/listing-responses']['get']>;
