import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  dateInZone,
  IMPORT_KIND_LABELS,
  judgePlaces,
  listingTitle,
  PLACE_COLUMNS,
  type ImportedListing,
  type Permission,
} from '@praktika/contracts';
import type { Actor } from '../../../core/access/index.js';
import { Clock } from '../../../core/clock/index.js';
import type { Transaction } from '../../../core/database/index.js';
import { appendActorEvents } from '../../../core/events/index.js';
import { appendAll } from '../../../core/history/index.js';
import { newId } from '../../../core/ids/index.js';
import { listingWords, LOCK_NUMBERS } from '../../listings/index.js';
import type { RunningOperation } from '../../operations/index.js';
import { PlaceChoices } from '../../reference-data/index.js';
import type { ImportInput } from '../import-input.js';
import { ImportTargets, type ImportTarget, type ValidRow, type WrittenRow } from '../import-target.js';
import { INSERT_LISTINGS } from './places.queries.js';

/** «Импорт мест»: listings as drafts, or published at once. */
@Injectable()
export class PlacesImport implements ImportTarget<ImportedListing>, OnModuleInit {
  readonly title = IMPORT_KIND_LABELS.PLACES;
  readonly columns = PLACE_COLUMNS;

  constructor(
    private readonly targets: ImportTargets,
    private readonly choices: PlaceChoices,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.targets.register('PLACES', this);
  }

  permissionsOf({ publish }: ImportInput): readonly Permission[] {
    return publish ? ['listings:draft', 'listings:publish'] : ['listings:draft'];
  }

  async judgeOf(
    actor: Actor,
    { publish }: ImportInput,
  ): ReturnType<ImportTarget<ImportedListing>['judgeOf']> {
    const rules = {
      areas: await this.choices.areas(actor),
      regions: this.choices.regions,
      ...(publish && { publishOn: dateInZone(this.clock.now(), actor.timeZone) }),
    };
    return (row, layout) => judgePlaces(row, layout, rules);
  }

  async write(
    tx: Transaction,
    { actor, input }: RunningOperation,
    rows: readonly ValidRow<ImportedListing>[],
  ): Promise<readonly WrittenRow[]> {
    const { publish, source } = input as ImportInput;
    const now = this.clock.now();
    const status = publish ? 'PUBLISHED' : 'DRAFT';
    const made = rows.map(({ number, value }, place) => ({
      ...value,
      number,
      place: place + 1,
      id: newId(),
    }));
    const listings = made.map(({ id, place, terms, contacts, missing }) => ({
      id,
      place,
      title: listingTitle(terms),
      words: listingWords(listingTitle(terms), terms),
      terms,
      contacts,
      missing,
    }));
    if (publish) await tx.query(LOCK_NUMBERS, [actor.organizationId]);
    await tx.query(INSERT_LISTINGS, [
      JSON.stringify(listings),
      actor.organizationId,
      actor.side,
      status,
      publish ? now : null,
      actor.personId,
      now,
    ]);
    await appendAll(
      tx,
      actor,
      now,
      made.map(({ id, number }) => ({
        type: 'imported',
        objectType: 'listing',
        objectId: id,
        to: status,
        payload: { file: source.name, row: number },
      })),
    );
    await appendActorEvents(
      tx,
      actor,
      now,
      listings.map(({ id, title }) => ({
        type: publish ? 'listing.publish' : 'listing.create',
        objectType: 'listing',
        objectId: id,
        after: { status, version: 1, title },
      })),
    );
    return made.map(({ number, id }) => ({ number, outcome: 'CREATED', targetId: id }));
  }
}
