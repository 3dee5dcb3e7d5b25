import type { ApplicationDto } from '../../src/modules/applications/index.js';
import { expectStatus, type Caller } from './caller.js';

/** A button of the application's card, as the person who sees this version of it. */
export const press = (caller: Caller, { id, version }: ApplicationDto, action: string, body: object = {}) =>
  caller.with({ 'if-match': `"v${version}"` }).post(`/applications/${id}/actions/${action}`, body);

/** The application after a button that must be accepted. */
export const pressed = async (caller: Caller, application: ApplicationDto, action: string, body?: object) =>
  expectStatus(await press(caller, application, action, body), 200).body as ApplicationDto;

/** A draft of an application for partnership. */
export const partnership = async (
  caller: Caller,
  recipientId: string,
  body: object = { expectsDraftContract: true },
) =>
  expectStatus(await caller.post('/partnership-applications', { recipientId, ...body }), 201)
    .body as ApplicationDto;

/** Ids of the organization's partners. */
export const partners = async (caller: Caller) =>
  (expectStatus(await caller.get('/partners'), 200).body as { items: { id: string }[] }).items.map(
    ({ id }) => id,
  );
