import { afterEach, describe, expect, it, vi } from 'vitest';
import { ApiError } from '../../src/app/api/api-error.js';
import { api, ifMatch, unwrap } from '../../src/app/api/client.js';
import { reauthentication } from '../../src/app/api/reauthentication.js';
import { problem, serve } from '../server.js';

afterEach(() => {
  reauthentication.settle(false);
  reauthentication.arm(false);
  vi.unstubAllGlobals();
});

const patch = () =>
  unwrap(
    api.PATCH('/contracts/{id}', {
      params: { path: { id: 'd1' }, header: ifMatch(7) },
      body: { number: '118' },
    }),
  );

describe('the API client', () => {
  it('sends the version as If-Match and the language of the page', async () => {
    const seen = serve(() => ({ body: {} }));
    await patch();
    expect(seen[0]?.path).toBe('/api/v1/contracts/d1');
    expect(seen[0]?.headers.get('if-match')).toBe('"v7"');
    expect(seen[0]?.headers.get('accept-language')).toBe('ru');
  });

  it('joins several values of one filter with commas, as the address bar does', async () => {
    const seen = serve(() => ({ body: { items: [], nextCursor: null } }));
    await unwrap(api.GET('/documents', { params: { query: { status: ['DRAFT', 'ON_SIGNING'] } } }));
    expect(seen[0]?.path).toBe('/api/v1/documents?status=DRAFT,ON_SIGNING');
  });

  it('turns a refusal into an ApiError with its code, fields and present state', async () => {
    const current = {
      status: 'WITHDRAWN',
      statusLabel: 'Отозван',
      by: 'Белова Е. С.',
      at: '2026-11-02T10:00:00Z',
    };
    serve(() => problem(409, 'document_withdrawn', { detail: 'Документ отозван', current }));
    const error = await patch().catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ code: 'document_withdrawn', status: 409, current, outcomeUnknown: false });
  });

  it('tells a broken connection from a refusal: nobody knows what became of the request', async () => {
    serve(() => new TypeError('fetch failed'));
    await expect(patch()).rejects.toMatchObject({ code: 'network', outcomeUnknown: true });
  });

  it('tells a page that is not ours from a refusal of ours', async () => {
    vi.stubGlobal('fetch', () => Promise.resolve(new Response('<h1>Bad gateway</h1>', { status: 502 })));
    await expect(patch()).rejects.toMatchObject({ code: 'unreadable', status: 502 });
  });

  it('asks for a new sign-in when the session has ended and sends the same request again', async () => {
    let signedIn = false;
    const seen = serve(() => (signedIn ? { body: { id: 'd1' } } : problem(401, 'unauthenticated')));
    reauthentication.arm(true);
    const saved = patch();
    await vi.waitFor(() => expect(reauthentication.asked.value).toBe(true));
    signedIn = true;
    reauthentication.settle(true);
    await expect(saved).resolves.toEqual({ id: 'd1' });
    expect(seen.map(({ body }) => body)).toEqual([{ number: '118' }, { number: '118' }]);
  });

  it('asks once for many requests that fail together', async () => {
    serve(() => problem(401, 'unauthenticated'));
    reauthentication.arm(true);
    const both = Promise.allSettled([patch(), patch()]);
    await vi.waitFor(() => expect(reauthentication.asked.value).toBe(true));
    reauthentication.settle(false);
    const [first, second] = await both;
    expect(first).toMatchObject({ reason: { code: 'unauthenticated' } });
    expect(second).toMatchObject({ reason: { code: 'unauthenticated' } });
  });

  it('does not ask on a page that has never known a session', async () => {
    serve(() => problem(401, 'unauthenticated'));
    await expect(patch()).rejects.toMatchObject({ code: 'unauthenticated' });
    expect(reauthentication.asked.value).toBe(false);
  });

  it('takes a wrong password for what it is, not for an ended session', async () => {
    serve(() => problem(401, 'invalid_credentials'));
    reauthentication.arm(true);
    const signIn = unwrap(api.POST('/auth/login', { body: { email: 'a@b.example', password: 'x' } }));
    await expect(signIn).rejects.toMatchObject({ code: 'invalid_credentials' });
    expect(reauthentication.asked.value).toBe(false);
  });
});
