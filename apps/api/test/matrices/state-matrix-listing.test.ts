import {
  evaluateTransition,
  LISTING_ACTIONS,
  LISTING_STATUSES,
  LISTING_TRANSITIONS,
  PERMISSIONS,
  type ListingAction,
  type ListingFacts,
  type ListingStatus,
  type Party,
} from '@praktika/contracts';
import type { Response } from 'supertest';
import type { ListingDto } from '../../src/modules/listings/index.js';
import { createTestApp, type Caller, type TestApp } from '../support/index.js';
import { listing, pressListing, published, RESPONSE } from '../support/listings.js';

/** The state × action × side matrix of a listing, generated from its table: every move is made, every other refused. */

const FACTS: ListingFacts = { missing: [], periodEnded: false, responsesOpen: false, responded: false };
const permissions = new Set(PERMISSIONS);

let test: TestApp;
let callers: Record<Party, Caller>;

beforeAll(async () => {
  test = await createTestApp();
  callers = {
    author: await test.as(test.world.university.people.head),
    recipient: await test.as(test.world.employer.people.head),
  };
});
afterAll(() => test?.close());

const make: Readonly<Record<ListingStatus, () => Promise<ListingDto>>> = {
  DRAFT: () => listing(callers.author),
  PUBLISHED: () => published(callers.author),
  UNPUBLISHED: async () => {
    const shown = await published(callers.author);
    return (await pressListing(callers.author, shown, 'unpublish')).body as ListingDto;
  },
};

async function press(caller: Caller, action: ListingAction, { id, version }: ListingDto): Promise<Response> {
  const versioned = caller.with({ 'if-match': `"v${version}"` });
  switch (action) {
    case 'respond':
      return caller.post(`/listings/${id}/responses`, RESPONSE);
    case 'update':
      return caller.patch(`/listings/${id}`, { contacts: { person: 'Иванова Анна' } }, version);
    case 'delete':
      return versioned.send('delete', `/listings/${id}`);
    default:
      return versioned.post(`/listings/${id}/actions/${action}`);
  }
}

/** What the other side is told of what it may not see; that a listing was taken down it is told when it responds. */
function unseen(action: ListingAction, status: ListingStatus): number {
  return action === 'respond' && status === 'UNPUBLISHED' ? 409 : 404;
}

const SUCCESS: Readonly<Record<ListingAction, number>> = {
  respond: 201,
  publish: 200,
  unpublish: 200,
  update: 200,
  delete: 204,
};

function expected(status: ListingStatus, action: ListingAction, party: Party): number {
  if (party === 'recipient' && status !== 'PUBLISHED') return unseen(action, status);
  const verdict = evaluateTransition(LISTING_TRANSITIONS, action, { status, party, permissions }, FACTS);
  if (verdict.allowed) return SUCCESS[action];
  // responding is no press on a version: one's own listing is a wrong address
  return action === 'respond' && status === 'PUBLISHED' ? 422 : 409;
}

const cells = LISTING_STATUSES.flatMap((status) =>
  LISTING_ACTIONS.flatMap((action) =>
    (['author', 'recipient'] as const).map((party) => [status, action, party] as const),
  ),
);

describe('the state × action × side matrix of a listing', () => {
  it.each(cells)(
    'E14.2.14, E14.2.15, E14.2.16, E14.2.17: %s, %s by the %s',
    async (status, action, party) => {
      const made = await make[status]();
      const stored = () =>
        test.database.owner
          .query<{ status: string; version: number }>('SELECT status, version FROM listings WHERE id = $1', [
            made.id,
          ])
          .then(({ rows }) => rows[0]);
      const response = await press(callers[party], action, made);
      expect(response.status).toBe(expected(status, action, party));
      const verdict = evaluateTransition(LISTING_TRANSITIONS, action, { status, party, permissions }, FACTS);
      const moves = verdict.allowed && action !== 'respond';
      expect(await stored()).toEqual({
        status: moves ? verdict.to : status,
        version: made.version + (moves ? 1 : 0),
      });
    },
  );
});
