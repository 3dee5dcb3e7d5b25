import { ref, shallowRef } from 'vue';
import { isApiError } from '../../../app/api/api-error.js';
import { fetchFileBytes } from '../../../app/api/client.js';
import type { DocumentCard } from '../../../app/api/models.js';
import { sha256Hex } from './signed-bytes.js';
import { keyErrorCode, useKey } from './use-key.js';

/**
 * Where the signing stands. `lost`: the answer never came, so the card is read again and tells whether the
 * signature was accepted.
 */
export type SigningState = 'key' | 'ready' | 'working' | 'done' | 'refused' | 'lost';

export type DocumentCheck = 'pending' | 'ok' | 'different' | 'unavailable';
export type WorkStep = 'fetching' | 'signing' | 'sending';
export type LostOutcome = 'checking' | 'signed' | 'not-signed' | 'unknown';

export interface SigningPort {
  document: DocumentCard;
  organizationId: string | undefined;
  organizationInn: string | undefined;
  /** Sends the detached signature (base64 of DER). */
  submit(cms: string): Promise<DocumentCard>;
  /** Reads the card as it is now. */
  reload(): Promise<DocumentCard>;
}

/** Failures after which nobody here knows whether the signature was stored. */
const OUTCOME_UNKNOWN = ['network', 'unreadable', 'internal', 'unavailable', 'overloaded'] as const;
const RELOADS = 4;
const RELOAD_PAUSE = 1_500;

/**
 * Signing a document with a .p12 file: the exact bytes of the revision are fetched and compared with its hash, the
 * key is opened and used inside the browser and forgotten when the window closes.
 */
export function useSigning(port: SigningPort) {
  const state = ref<SigningState>('key');
  const step = ref<WorkStep>('fetching');
  const documentCheck = ref<DocumentCheck>('pending');
  const key = useKey(port.organizationInn);
  const { certificate, certificateFault, keyError, opening } = key;
  const failure = shallowRef<unknown>();
  const outcome = ref<LostOutcome>('checking');
  const signedCard = shallowRef<DocumentCard>();
  let bytes: Uint8Array<ArrayBuffer> | undefined;

  /** Fetches what will be signed and makes sure that it is what was sent. */
  async function prepare(): Promise<void> {
    const { revision } = port.document;
    documentCheck.value = 'pending';
    if (!revision) {
      documentCheck.value = 'unavailable';
      return;
    }
    try {
      bytes = await fetchFileBytes(revision.file.fileId);
      const same = (await sha256Hex(bytes)) === revision.file.sha256;
      documentCheck.value = same ? 'ok' : 'different';
    } catch {
      documentCheck.value = 'unavailable';
    }
  }

  async function openKey(file: Blob, password: string): Promise<void> {
    if (await key.openKey(file, password)) state.value = 'ready';
  }

  async function sign(): Promise<void> {
    if (!certificate.value || !bytes || documentCheck.value !== 'ok') return;
    failure.value = undefined;
    state.value = 'working';
    try {
      step.value = 'signing';
      const cms = await key.signBytes(bytes);
      step.value = 'sending';
      signedCard.value = await port.submit(cms);
      key.forgetKey();
      state.value = 'done';
    } catch (error) {
      await explain(error);
    }
  }

  async function explain(error: unknown): Promise<void> {
    if (isApiError(error, ...OUTCOME_UNKNOWN)) {
      state.value = 'lost';
      await findOut();
      return;
    }
    if (isApiError(error)) {
      failure.value = error;
      state.value = 'refused';
      return;
    }
    keyError.value = keyErrorCode(error);
    certificate.value = undefined;
    state.value = 'key';
  }

  /** After a lost answer: asks the server whether our signature stands under this revision. */
  async function findOut(): Promise<void> {
    outcome.value = 'checking';
    for (let attempt = 0; attempt < RELOADS; attempt += 1) {
      try {
        const card = await port.reload();
        const ours = card.signatures.some(
          ({ organization, revisionId }) =>
            organization.id === port.organizationId && revisionId === port.document.revision?.id,
        );
        signedCard.value = card;
        outcome.value = ours ? 'signed' : 'not-signed';
        return;
      } catch (error) {
        if (!isApiError(error, ...OUTCOME_UNKNOWN)) break;
        await new Promise((resolve) => setTimeout(resolve, RELOAD_PAUSE));
      }
    }
    outcome.value = 'unknown';
  }

  /** Back to the choice of a file; the opened key is forgotten. */
  function chooseOther(): void {
    key.dropKey();
    failure.value = undefined;
    state.value = 'key';
  }

  function tryAgain(): void {
    failure.value = undefined;
    state.value = certificate.value ? 'ready' : 'key';
  }

  return {
    state,
    step,
    documentCheck,
    certificate,
    certificateFault,
    keyError,
    failure,
    outcome,
    signedCard,
    opening,
    prepare,
    openKey,
    sign,
    findOut,
    chooseOther,
    tryAgain,
  };
}
