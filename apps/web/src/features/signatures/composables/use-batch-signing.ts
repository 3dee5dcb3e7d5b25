import { onBeforeUnmount, ref, shallowRef } from 'vue';
import { isApiError } from '../../../app/api/api-error.js';
import { fetchFileBytes } from '../../../app/api/client.js';
import type { DocumentCard } from '../../../app/api/models.js';
import { sha256Hex } from './signed-bytes.js';
import { keyErrorCode, useKey } from './use-key.js';

export type BatchSigningState = 'key' | 'ready' | 'signing' | 'sending' | 'sent';

/** A document to be signed, in the version its signer has chosen. */
export interface SignedDocument {
  readonly id: string;
  readonly title: string;
  readonly version: number;
}

/**
 * Why no signature was made for a document: it has changed since it was chosen, it is not to be signed any more, or
 * its file is not what was sent.
 */
export type UnsignedReason = 'changed' | 'moved' | 'different' | 'unavailable';

export interface Unsigned {
  readonly id: string;
  readonly title: string;
  readonly reason: UnsignedReason;
  /** Of a document that has moved on: where it is now, in the words of its card. */
  readonly status?: string;
}

/** A document with the signature made over its revision, as the batch takes it. */
export interface SignedItem {
  readonly id: string;
  readonly version: number;
  readonly revisionId: string;
  readonly cms: string;
}

export interface BatchSigningPort {
  readonly organizationInn: string | undefined;
  /** The document as it is now. */
  fetchCard(id: string): Promise<DocumentCard>;
  /** Sends the signatures. @returns the operation's id */
  send(items: readonly SignedItem[]): Promise<string>;
}

/** A document asked for while the one before it is being signed. */
interface Fetched {
  readonly card?: DocumentCard;
  readonly bytes?: Uint8Array<ArrayBuffer>;
  readonly reason?: UnsignedReason;
  readonly status?: string;
}

/**
 * Signing many documents with one .p12 file, whose password is asked for once. Each must still be in the version that
 * was chosen, and its bytes are compared with the revision's hash; the signatures are made one after another in the browser and sent
 * together, so that stopping in the middle sends nothing.
 */
export function useBatchSigning(port: BatchSigningPort) {
  const key = useKey(port.organizationInn);
  const state = ref<BatchSigningState>('key');
  /** Documents looked at so far, whatever came of them. */
  const tried = ref(0);
  const unsigned = shallowRef<readonly Unsigned[]>([]);
  const failure = shallowRef<unknown>();
  const operationId = ref<string>();
  let signed: SignedItem[] = [];
  let stopped = false;

  async function openKey(file: Blob, password: string): Promise<void> {
    if (await key.openKey(file, password)) state.value = 'ready';
  }

  /** Makes all signatures, then sends them. */
  async function sign(documents: readonly SignedDocument[]): Promise<void> {
    reset();
    state.value = 'signing';
    let next = documents[0] && fetched(documents[0]);
    for (const [place, document] of documents.entries()) {
      const current = await next;
      const after = documents[place + 1];
      next = after && fetched(after);
      if (stopped) break;
      try {
        await signOne(document, current ?? {});
      } catch (error) {
        key.dropKey();
        key.keyError.value = keyErrorCode(error);
        state.value = 'key';
        return;
      }
      tried.value = place + 1;
    }
    if (stopped) {
      state.value = 'ready';
      return;
    }
    key.forgetKey();
    if (signed.length > 0) await send();
    else state.value = 'sent';
  }

  async function signOne(document: SignedDocument, { card, bytes, reason, status }: Fetched): Promise<void> {
    const { id, title } = document;
    if (!card?.revision || !bytes) {
      const why = { reason: reason ?? ('unavailable' as const), ...(status !== undefined && { status }) };
      unsigned.value = [...unsigned.value, { id, title, ...why }];
      return;
    }
    const cms = await key.signBytes(bytes);
    signed.push({ id, version: card.version, revisionId: card.revision.id, cms });
  }

  async function fetched({ id, version }: SignedDocument): Promise<Fetched> {
    try {
      const card = await port.fetchCard(id);
      const offered = card.availableActions.some(({ action, enabled }) => action === 'sign' && enabled);
      if (!offered || !card.revision) return { reason: 'moved', status: card.statusLabel };
      if (card.version !== version) return { reason: 'changed' };
      const bytes = await fetchFileBytes(card.revision.file.fileId);
      return (await sha256Hex(bytes)) === card.revision.file.sha256
        ? { card, bytes }
        : { reason: 'different' };
    } catch (error) {
      return { reason: isApiError(error, 'not_found') ? 'moved' : 'unavailable' };
    }
  }

  /** Sends what has been made; after a lost answer the same again, which is carried out once. */
  async function send(): Promise<void> {
    failure.value = undefined;
    state.value = 'sending';
    try {
      operationId.value = await port.send(signed);
      state.value = 'sent';
    } catch (error) {
      failure.value = error;
    }
  }

  /** Stops making signatures: nothing has been sent. */
  function stop(): void {
    stopped = true;
  }

  onBeforeUnmount(stop);

  function chooseOther(): void {
    key.dropKey();
    reset();
    state.value = 'key';
  }

  function reset(): void {
    stopped = false;
    signed = [];
    tried.value = 0;
    unsigned.value = [];
    failure.value = undefined;
    operationId.value = undefined;
  }

  const { certificate, certificateFault, keyError, opening } = key;
  return {
    state,
    tried,
    unsigned,
    failure,
    operationId,
    certificate,
    certificateFault,
    keyError,
    opening,
    openKey,
    sign,
    send,
    stop,
    chooseOther,
  };
}
