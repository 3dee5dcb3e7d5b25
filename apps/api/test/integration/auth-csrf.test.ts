import type { Caller } from '../support/index.js';
import { createTestApp, expectStatus, type TestApp } from '../support/index.js';

let test: TestApp;
let caller: Caller;

beforeAll(async () => {
  test = await createTestApp({ publicUrl: 'https://praktika.test' });
  caller = await test.as(test.world.employer.people.head);
});
afterAll(async () => {
  await test?.close();
});

const edit = (headers: Record<string, string>) => caller.with(headers).patch('/organization', {}, 1);

describe('A request a browser sends for another site', () => {
  it.each([
    ['cross-site by fetch metadata', { 'sec-fetch-site': 'cross-site' }],
    ['same-site by fetch metadata', { 'sec-fetch-site': 'same-site' }],
    ['of a foreign origin', { origin: 'https://evil.test' }],
    ['of an opaque origin', { origin: 'null' }],
    [
      'of a foreign origin that calls itself same-origin',
      { origin: 'https://evil.test', 'sec-fetch-site': 'none' },
    ],
    ['of our host under another name', { origin: 'https://praktika.test.evil.test' }],
  ])('%s is refused before anything happens', async (_, headers) => {
    expect(expectStatus(await edit(headers), 403).body).toMatchObject({ code: 'csrf_rejected' });
  });

  it('cannot sign anybody in either', async () => {
    const login = { email: test.world.employer.people.head.email, password: 'x' };
    expectStatus(
      await test.anonymous.with({ 'sec-fetch-site': 'cross-site' }).post('/auth/login', login),
      403,
    );
  });

  it('may read: reading changes nothing', async () => {
    expectStatus(await caller.with({ 'sec-fetch-site': 'cross-site' }).get('/organization'), 200);
  });
});

describe('A request of our own site or of a server', () => {
  it.each([
    ['without both headers', {}],
    ['same-origin', { 'sec-fetch-site': 'same-origin' }],
    ['typed by the user', { 'sec-fetch-site': 'none' }],
    ['from the public address', { origin: 'https://praktika.test', 'sec-fetch-site': 'same-origin' }],
    ['from the address it was sent to', { origin: 'http://praktika.local', host: 'praktika.local' }],
  ])('%s passes', async (_, headers) => {
    expectStatus(await edit(headers), 200);
  });
});

describe('A body a plain form could send', () => {
  it.each([
    'application/x-www-form-urlencoded',
    'text/plain',
    'text/plain; charset=utf-8',
    'application/xml',
  ])('of type %s is refused', async (type) => {
    const response = await caller
      .send('post', '/auth/organization')
      .set('content-type', type)
      .send(`organizationId=${test.world.employer.id}`);
    expect(expectStatus(response, 415).body).toMatchObject({ code: 'unsupported_media_type' });
  });
});
