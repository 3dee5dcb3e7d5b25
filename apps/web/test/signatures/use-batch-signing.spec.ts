import { mount } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { defineComponent, h } from 'vue';
import { ApiError } from '../../src/app/api/api-error.js';
import type { DocumentCard } from '../../src/app/api/models.js';
import {
  useBatchSigning,
  type BatchSigningPort,
  type SignedItem,
} from '../../src/features/signatures/composables/use-batch-signing.js';
import { documentCard } from '../document-card.js';

const open = vi.hoisted(() => vi.fn());
const sign = vi.hoisted(() => vi.fn());
const forget = vi.hoisted(() => vi.fn());

vi.mock('@praktika/signing/browser', () => ({ createPkcs12Provider: () => ({ open, sign, forget }) }));

const certificate = {
  subject: { innLegalEntity: '7700001010' },
  notBefore: '2020-01-01T00:00:00Z',
  notAfter: '2099-01-01T00:00:00Z',
  thumbprint: 'ff',
  keyAlgorithm: 'RSA-2048',
};
/** What the card of the tests says its file is. */
const bytes = new Uint8Array([1, 2, 3]);
const signable = { action: 'sign' as const, label: 'Подписать', enabled: true };

const documents = ['a', 'b', 'c', 'd'].map((id) => ({ id, title: `Договор ${id}`, version: 7 }));

beforeEach(() => {
  open.mockReset().mockResolvedValue(certificate);
  sign.mockReset().mockResolvedValue({ cms: new Uint8Array([9]) });
  forget.mockReset();
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(bytes)));
});
afterEach(() => vi.unstubAllGlobals());

function signing(part: Partial<BatchSigningPort> = {}) {
  let result!: ReturnType<typeof useBatchSigning>;
  const send = vi.fn((_: readonly SignedItem[]) => Promise.resolve('operation-1'));
  const fetchCard = (id: string): Promise<DocumentCard> =>
    Promise.resolve(documentCard({ id, version: 7, availableActions: [signable] }));
  mount(
    defineComponent({
      setup() {
        result = useBatchSigning({ organizationInn: '7700001010', fetchCard, send, ...part });
        return () => h('div');
      },
    }),
  );
  return { ...result, sent: send };
}

async function opened(part: Partial<BatchSigningPort> = {}) {
  const made = signing(part);
  await made.openKey(new Blob(['key']), 'secret');
  return made;
}

describe('signing many documents with one key', () => {
  it('opens the file once, signs each revision by itself, sends all together and forgets the key', async () => {
    const { sign: begin, sent, state, tried, operationId } = await opened();
    await begin(documents);
    expect(open).toHaveBeenCalledTimes(1);
    expect(sign).toHaveBeenCalledTimes(4);
    expect(sent).toHaveBeenCalledTimes(1);
    expect(sent.mock.calls[0]?.[0]).toEqual(
      documents.map(({ id }) => ({ id, version: 7, revisionId: 'revision-1', cms: 'CQ==' })),
    );
    expect([state.value, tried.value, operationId.value]).toEqual(['sent', 4, 'operation-1']);
    expect(forget).toHaveBeenCalled();
  });

  it('leaves out what has moved on, what differs and what cannot be had, and says so', async () => {
    const {
      sign: begin,
      sent,
      unsigned,
    } = await opened({
      fetchCard: (id) => {
        if (id === 'a') return Promise.reject(new ApiError('not_found', 404));
        if (id === 'b')
          return Promise.resolve(documentCard({ id, statusLabel: 'Отозван', availableActions: [] }));
        if (id === 'c') return Promise.reject(new ApiError('network', 0));
        return Promise.resolve(documentCard({ id, version: 7, availableActions: [signable] }));
      },
    });
    await begin(documents);
    expect(unsigned.value.map(({ id, reason, status }) => [id, reason, status])).toEqual([
      ['a', 'moved', undefined],
      ['b', 'moved', 'Отозван'],
      ['c', 'unavailable', undefined],
    ]);
    expect(sent.mock.calls[0]?.[0].map(({ id }) => id)).toEqual(['d']);
  });

  it('never signs a version other than the one that was chosen', async () => {
    const {
      sign: begin,
      sent,
      unsigned,
    } = await opened({
      fetchCard: (id) =>
        Promise.resolve(documentCard({ id, version: id === 'b' ? 8 : 7, availableActions: [signable] })),
    });
    await begin(documents);
    expect(unsigned.value).toEqual([{ id: 'b', title: 'Договор b', reason: 'changed' }]);
    expect(sent.mock.calls[0]?.[0].map(({ id }) => id)).toEqual(['a', 'c', 'd']);
  });

  it('never signs bytes other than those that were sent', async () => {
    vi.stubGlobal('fetch', () => Promise.resolve(new Response(new Uint8Array([6]))));
    const { sign: begin, sent, state, unsigned } = await opened();
    await begin(documents);
    expect(sign).not.toHaveBeenCalled();
    expect(sent).not.toHaveBeenCalled();
    expect(unsigned.value.every(({ reason }) => reason === 'different')).toBe(true);
    expect(state.value).toBe('sent');
  });

  it('stopped in the middle sends nothing and can begin anew', async () => {
    const { sign: begin, stop, sent, state } = await opened();
    sign.mockImplementation(() => {
      stop();
      return Promise.resolve({ cms: new Uint8Array([9]) });
    });
    await begin(documents);
    expect(sent).not.toHaveBeenCalled();
    expect(state.value).toBe('ready');
    sign.mockResolvedValue({ cms: new Uint8Array([9]) });
    await begin(documents);
    expect(sent.mock.calls[0]?.[0]).toHaveLength(4);
  });

  it('sends the same signatures again after a lost answer', async () => {
    const send = vi
      .fn((_: readonly SignedItem[]) => Promise.resolve('operation-1'))
      .mockRejectedValueOnce(new ApiError('network', 0));
    const { sign: begin, send: again, failure, state } = await opened({ send });
    await begin(documents);
    expect([state.value, failure.value]).toEqual(['sending', expect.any(ApiError)]);
    await again();
    expect(send.mock.calls[1]).toEqual(send.mock.calls[0]);
    expect(sign).toHaveBeenCalledTimes(4);
  });

  it('a wrong password is told and signs nothing', async () => {
    open.mockRejectedValue(Object.assign(new Error('no'), { code: 'WRONG_PASSWORD' }));
    const { state, keyError } = await opened();
    expect([state.value, keyError.value]).toEqual(['key', 'WRONG_PASSWORD']);
  });
});
