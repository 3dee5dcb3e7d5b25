import { searchText, type ListingTerms, type Supervisor } from '@praktika/contracts';
import type { Actor } from '../core/access/index.js';
import { newId } from '../core/ids/index.js';
import { AcceptResponse, RespondToListing, ResponseStore } from '../modules/listing-responses/index.js';
import { CreateListing, ListingStore, PublishListing } from '../modules/listings/index.js';
import { day } from './contract-terms.js';
import { headOf, fullNameOf, organizationOf } from './demo-people.js';
import { writeFact } from './facts.js';
import { MARKET, type DemoListing, type DemoResponse } from './market.js';
import type { Stage } from './play-scenario.js';

const DAY_MS = 24 * 3_600_000;

const FOUND = `SELECT id, status FROM listings WHERE organization_id = $1 AND title = $2`;
const ANSWERED = `SELECT id, status, version FROM listing_responses WHERE listing_id = $1 AND organization_id = $2`;
const PROFESSION = `SELECT id, area_code AS "areaCode" FROM professions
                     WHERE lower(name) = lower($1) AND archived_at IS NULL ORDER BY area_code <> $2, area_code LIMIT 1`;
const ADD_PROFESSION = `INSERT INTO professions (id, name, area_code, search_text, created_at, updated_at)
                        VALUES ($1, $2, $3, $4, $5, $5)`;

/**
 * Makes the demo's listings and the responses to them by the real commands, each at its own instant. Goes on where an
 * interrupted seed stopped.
 */
export async function playMarket(stage: Stage): Promise<void> {
  for (const entry of MARKET) await playListing(stage, entry);
  await writeFact(stage.owner, 'demo.market', { count: MARKET.length }, stage.now);
}

async function playListing(stage: Stage, entry: DemoListing): Promise<void> {
  const { context, owner, actors } = stage;
  const actor = actors.worker(entry.by);
  const { rows } = await owner.query<{ id: string; status: string }>(FOUND, [
    actor.organizationId,
    entry.terms.profession,
  ]);
  at(stage, entry.age);
  const id = rows[0]?.id ?? (await createListing(stage, actor, entry));
  if (entry.ends === 'DRAFT' || rows[0]?.status === 'UNPUBLISHED') return;
  const store = context.get(ListingStore);
  const listing = await store.read(actor, id);
  if (listing.row.status === 'DRAFT') await context.get(PublishListing).run(actor, id, listing.row.version);
  for (const response of entry.responses ?? []) await playResponse(stage, entry, id, response);
  if (entry.ends === 'PUBLISHED') return;
  at(stage, entry.age / 4);
  const { row } = await store.read(actor, id);
  await store.move(actor, { id, action: 'unpublish', version: row.version });
}

async function createListing(stage: Stage, actor: Actor, entry: DemoListing): Promise<string> {
  const { fullName, phone, email } = contactOf(entry.by);
  const created = await stage.context.get(CreateListing).run(actor, {
    terms: await termsOf(stage, entry),
    contacts: { person: fullName, phone, email },
  });
  return created.row.id;
}

/** Complete terms; a profession of the directory is entered there when it is missing. */
async function termsOf({ owner, now }: Stage, entry: DemoListing): Promise<ListingTerms> {
  const { terms, begins, days } = entry;
  const dated = { ...terms, from: day(now, begins), to: day(now, begins + days) };
  if (!entry.directory) return dated;
  const { rows } = await owner.query<{ id: string; areaCode: string }>(PROFESSION, [
    terms.profession,
    terms.areaCode,
  ]);
  if (rows[0]) return { ...dated, professionId: rows[0].id, areaCode: rows[0].areaCode };
  const professionId = newId();
  await owner.query(ADD_PROFESSION, [
    professionId,
    terms.profession,
    terms.areaCode,
    searchText(terms.profession),
    now,
  ]);
  return { ...dated, professionId };
}

async function playResponse(
  stage: Stage,
  { by, terms, begins, days, age }: DemoListing,
  listingId: string,
  response: DemoResponse,
): Promise<void> {
  const { context, owner, actors, now } = stage;
  const sender = actors.worker(response.by);
  type Standing = { id: string; status: string; version: number };
  const { rows } = await owner.query<Standing>(ANSWERED, [listingId, sender.organizationId]);
  at(stage, age * 0.7);
  const { id, status, version } =
    rows[0] ??
    (
      await context.get(RespondToListing).run(sender, listingId, {
        applicationType: terms.applicationType ?? 'PRACTICE',
        seats: response.seats,
        from: day(now, begins),
        to: day(now, begins + days),
        message: response.message,
        contact: contactOf(response.by),
      })
    ).row;
  if (status !== 'SENT' || response.ends === 'SENT') return;
  at(stage, age * 0.4);
  const decider = actors.worker(by);
  const store = context.get(ResponseStore);
  if (response.ends === 'ACCEPTED') {
    const responsible = { personId: decider.personId };
    await context.get(AcceptResponse).run(decider, id, version, responsible);
  } else if (response.ends === 'REJECTED') {
    await store.move(decider, { id, action: 'reject', version, reason: response.reason });
  } else {
    await store.move(sender, { id, action: 'withdraw', version });
  }
}

/** Sets the clock so many days back. */
const at = ({ clock, now }: Stage, days: number) => clock.set(new Date(now.getTime() - days * DAY_MS));

function contactOf(key: DemoListing['by']): Supervisor {
  const { phone, profileEmail } = organizationOf(key);
  return { fullName: fullNameOf(headOf(key)), phone, email: profileEmail };
}
