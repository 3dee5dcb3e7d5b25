import { mount } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { defineComponent, h } from 'vue';
import { ApiError } from '../../src/app/api/api-error.js';
import type { DocumentCard } from '../../src/app/api/models.js';
import { useSigning, type SigningPort } from '../../src/features/signatures/composables/use-signing.js';
import { documentCard } from '../document-card.js';

const open = vi.hoisted(() => vi.fn());
const sign = vi.hoisted(() => vi.fn());
const forget = vi.hoisted(() => vi.fn());

vi.mock('@praktika/signing/browser', () => ({ createPkcs12Provider: () => ({ open, sign, forget }) }));

const certificate = {
  subject: { innLegalEntity: '7700001010' },
  issuer: 'Тестовый УЦ',
  serialNumber: '01',
  notBefore: '2020-01-01T00:00:00Z',
  notAfter: '2099-01-01T00:00:00Z',
  thumbprint: 'ff',
  keyAlgorithm: 'RSA-2048',
  der: '',
  hasPrivateKey: true,
};
const bytes = new Uint8Array([1, 2, 3]);
const keyFile = new Blob(['key']);

function serveFile(content: Uint8Array<ArrayBuffer>): void {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(content)));
}

const ours: DocumentCard['signatures'] = [
  {
    id: 's1',
    role: 'recipient',
    organization: documentCard().employer,
    personName: 'Соколов А. В.',
    position: null,
    certificate: {
      owner: 'Соколов А. В.',
      serialNumber: '01',
      issuer: 'Тестовый УЦ',
      notBefore: '2020-01-01T00:00:00Z',
      notAfter: '2099-01-01T00:00:00Z',
      test: true,
    },
    level: 'CAdES-BES',
    claimedAt: null,
    receivedAt: '2026-11-02T10:00:00Z',
    revisionId: 'revision-1',
  },
];

function signing(part: Partial<SigningPort> = {}) {
  let result!: ReturnType<typeof useSigning>;
  const submit = vi.fn(() => Promise.resolve(documentCard({ status: 'SIGNED_BY_RECIPIENT' })));
  const reload = vi.fn(() => Promise.resolve(documentCard()));
  const wrapper = mount(
    defineComponent({
      setup() {
        result = useSigning({
          document: documentCard({ status: 'ON_SIGNING' }),
          organizationId: 'employer',
          organizationInn: '7700001010',
          submit,
          reload,
          ...part,
        });
        return () => h('div');
      },
    }),
  );
  return { signing: result, submit, reload, wrapper };
}

beforeEach(() => {
  open.mockReset().mockResolvedValue(certificate);
  sign.mockReset().mockResolvedValue({ cms: new Uint8Array([48, 1]) });
  forget.mockReset();
  serveFile(bytes);
});
afterEach(() => vi.unstubAllGlobals());

async function ready(part?: Partial<SigningPort>) {
  const made = signing(part);
  await made.signing.prepare();
  await made.signing.openKey(keyFile, 'password');
  return made;
}

describe('signing in the browser', () => {
  it('signs exactly the bytes that were fetched and sends base64 of the signature', async () => {
    const made = await ready();
    await made.signing.sign();
    expect(sign).toHaveBeenCalledExactlyOnceWith({ content: bytes, certThumbprint: 'ff' });
    expect(made.submit).toHaveBeenCalledExactlyOnceWith('MAE=');
    expect(made.signing.state.value).toBe('done');
    expect(forget).toHaveBeenCalled();
  });

  it('refuses to sign bytes other than those that were sent for signing', async () => {
    serveFile(new Uint8Array([9, 9, 9]));
    const made = await ready();
    expect(made.signing.documentCheck.value).toBe('different');
    await made.signing.sign();
    expect(sign).not.toHaveBeenCalled();
  });

  it('tells a wrong password before anything is sent', async () => {
    open.mockRejectedValue(Object.assign(new Error('Неверный пароль'), { code: 'WRONG_PASSWORD' }));
    const made = await ready();
    expect(made.signing.state.value).toBe('key');
    expect(made.signing.keyError.value).toBe('WRONG_PASSWORD');
    expect(made.submit).not.toHaveBeenCalled();
  });

  it.each([
    ['EXPIRED', { ...certificate, notAfter: '2021-01-01T00:00:00Z' }],
    ['NOT_YET_VALID', { ...certificate, notBefore: '2098-01-01T00:00:00Z' }],
    ['OTHER_ORGANIZATION', { ...certificate, subject: { innLegalEntity: '7700001027' } }],
  ])('stops a certificate with the fault %s', async (fault, opened) => {
    open.mockResolvedValue(opened);
    const made = await ready();
    expect(made.signing.certificateFault.value).toBe(fault);
  });

  it('shows the report when the server refuses the signature', async () => {
    const refusal = ApiError.fromBody(422, { code: 'signature_invalid', report: { checks: [] } });
    const made = await ready({ submit: () => Promise.reject(refusal) });
    await made.signing.sign();
    expect(made.signing.state.value).toBe('refused');
    expect(made.signing.failure.value).toBe(refusal);
  });

  it.each([
    ['signed', ours],
    ['not-signed', []],
  ] as const)('after a lost answer reads the card and says: %s', async (outcome, signatures) => {
    const made = await ready({
      submit: () => Promise.reject(ApiError.network(new Error('lost'))),
      reload: () => Promise.resolve(documentCard({ signatures: [...signatures] })),
    });
    await made.signing.sign();
    expect(made.signing.state.value).toBe('lost');
    expect(made.signing.outcome.value).toBe(outcome);
  });

  it('does not guess while the server stays silent', async () => {
    vi.useFakeTimers();
    const lost = () => Promise.reject(ApiError.network(new Error('lost')));
    const made = await ready({ submit: lost, reload: lost });
    const done = made.signing.sign();
    await vi.advanceTimersByTimeAsync(30_000);
    await done;
    vi.useRealTimers();
    expect(made.signing.outcome.value).toBe('unknown');
  });

  it('forgets the key when the window closes', async () => {
    const made = await ready();
    made.wrapper.unmount();
    expect(forget).toHaveBeenCalled();
  });
});
