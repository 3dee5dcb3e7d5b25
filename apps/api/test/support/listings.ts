import type { ListingAction } from '@praktika/contracts';
import type { ListingDto } from '../../src/modules/listings/index.js';
import type { ListingResponseDto } from '../../src/modules/listing-responses/index.js';
import { expectStatus, type Caller } from './caller.js';

/** Everything a listing needs to be published, and a little more. */
export const PLACES = {
  applicationType: 'PRACTICE',
  areaCode: '06',
  profession: 'Программист',
  regionCode: '77',
  city: 'Москва',
  seats: 12,
  from: '2026-10-01',
  to: '2026-10-28',
};

export const CONTACTS = {
  person: 'Орлова Ирина Сергеевна',
  phone: '+7 495 000-00-00',
  email: 'praktika@contact.test',
};

/** A new draft. */
export const listing = async (caller: Caller, terms: object = PLACES, contacts: object = CONTACTS) =>
  expectStatus(await caller.post('/listings', { terms, contacts }), 201).body as ListingDto;

export const pressListing = (
  caller: Caller,
  { id, version }: Pick<ListingDto, 'id' | 'version'>,
  action: Extract<ListingAction, 'publish' | 'unpublish'>,
) => caller.with({ 'if-match': `"v${version}"` }).post(`/listings/${id}/actions/${action}`);

/** A published listing. */
export const published = async (caller: Caller, terms?: object, contacts?: object) =>
  expectStatus(await pressListing(caller, await listing(caller, terms, contacts), 'publish'), 200)
    .body as ListingDto;

/** A complete response to PLACES. */
export const RESPONSE = {
  applicationType: 'PRACTICE',
  seats: 4,
  from: '2026-10-05',
  to: '2026-10-23',
  message: 'Возьмём четверых',
  contact: { fullName: 'Лебедева Анна Сергеевна', phone: '+7 843 000-00-00' },
};

/** A response to a published listing. */
export const responded = async (caller: Caller, { id }: Pick<ListingDto, 'id'>, body: object = RESPONSE) =>
  expectStatus(await caller.post(`/listings/${id}/responses`, body), 201).body as ListingResponseDto;

export const pressResponse = (
  caller: Caller,
  { id, version }: Pick<ListingResponseDto, 'id' | 'version'>,
  action: string,
  body: object = {},
) => caller.with({ 'if-match': `"v${version}"` }).post(`/listing-responses/${id}/actions/${action}`, body);
