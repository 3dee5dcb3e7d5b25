import { computed, reactive, ref, shallowRef } from 'vue';
import { useI18n } from 'vue-i18n';
import { isApiError } from '../../../app/api/api-error.js';
import type { DocumentCard } from '../../../app/api/models.js';
import type { FieldFault } from '../../../app/forms/use-form.js';
import { useSession } from '../../../app/session/session-store.js';
import { createContract, fetchDocument, updateContract, useDocumentCache } from '../api/documents.js';
import { draftFaults, pointerOnScreen, sendingFaults, type ContractFault } from '../model/contract-checks.js';
import { draftFromFields, emptyFields, fieldsFromCard } from '../model/contract-fields.js';
import { forgetLocalDraft, readLocalDraft, writeLocalDraft } from '../model/local-draft.js';
import { useAutosave } from './use-autosave.js';

/** Words of the fields that can be missing, by the last step of their pointer. */
const FIELD_LABELS: Readonly<Record<string, string>> = {
  partnerId: 'partner',
  number: 'number',
  date: 'date',
  validFrom: 'validFrom',
  validTo: 'validTo',
  specialtyName: 'specialtyName',
  practiceKind: 'practiceKind',
  seats: 'seats',
  from: 'from',
  to: 'to',
  name: 'premiseName',
  fullName: 'fullName',
};

/** What is sent or left behind before a chosen file has arrived would go without it. */
const UNSETTLED: ContractFault = { pointer: '/files', code: 'unsettled' };

/**
 * The draft of a period contract: its fields, their faults, saving by itself. Without a card it is a new draft,
 * which gets its place on the server as soon as a partner is chosen; `onCreated` is told its id.
 */
export function useContractForm(loaded: DocumentCard | null, onCreated: (card: DocumentCard) => void) {
  const { t } = useI18n();
  const session = useSession();
  const cache = useDocumentCache();
  const organizationId = session.organization?.id ?? '';
  const card = shallowRef<DocumentCard | null>(loaded);
  const fields = reactive(loaded ? fieldsFromCard(loaded) : emptyFields());
  const asked = ref<ContractFault[]>([]);
  const refused = ref<FieldFault[]>([]);
  const filesUnsettled = ref(false);
  const restoredAt = ref<string>();

  const snapshot = () => JSON.stringify(fields);
  const typing = computed(() => draftFaults(fields));

  const autosave = useAutosave({
    snapshot,
    sendable: () => typing.value.length === 0 && (card.value !== null || fields.partner !== null),
    send,
    keep: (text) =>
      writeLocalDraft(organizationId, card.value?.id ?? null, {
        version: card.value?.version ?? null,
        at: new Date().toISOString(),
        fields: JSON.parse(text) as typeof fields,
      }),
    forget: () => {
      forgetLocalDraft(organizationId, card.value?.id ?? null);
      restoredAt.value = undefined;
    },
  });

  async function send(): Promise<void> {
    refused.value = [];
    try {
      if (card.value) {
        card.value = await updateContract(card.value.id, card.value.version, draftFromFields(fields));
        cache.put(card.value);
        return;
      }
      const created = await createContract({
        kind: 'PERIOD_CONTRACT',
        partnerId: fields.partner?.id ?? '',
        ...draftFromFields(fields),
      });
      forgetLocalDraft(organizationId, null);
      card.value = created;
      cache.put(created);
      onCreated(created);
    } catch (error) {
      if (isApiError(error)) {
        refused.value = error.fields.map(({ pointer, detail }) => ({
          pointer: pointerOnScreen(pointer, fields),
          message: detail,
        }));
      }
      throw error;
    }
  }

  /** Work left in this browser: over the same version it is put back, over an older one the person decides. */
  function restore(): void {
    const local = readLocalDraft(organizationId, card.value?.id ?? null);
    if (!local) return;
    Object.assign(fields, local.fields);
    if (local.version === (card.value?.version ?? null)) restoredAt.value = local.at;
    else autosave.state.value = 'conflict';
  }

  async function takeStored(): Promise<void> {
    const id = card.value?.id;
    if (id) {
      card.value = await fetchDocument(id);
      cache.put(card.value);
      Object.assign(fields, fieldsFromCard(card.value));
    } else Object.assign(fields, emptyFields());
    forgetLocalDraft(organizationId, id ?? null);
    restoredAt.value = undefined;
    autosave.settle();
  }

  async function keepMine(): Promise<void> {
    if (card.value) card.value = await fetchDocument(card.value.id);
    await autosave.insist();
  }

  const faults = computed<FieldFault[]>(() => {
    const told = [...typing.value, ...asked.value.filter(stillTrue)].map((fault) => ({
      pointer: fault.pointer,
      message: wordsOf(fault),
    }));
    const known = new Set(told.map(({ pointer }) => pointer));
    return [...told, ...refused.value.filter(({ pointer }) => !known.has(pointer))];
  });

  /** «Заполните поле» names the field: in the summary it stands apart from it. */
  function wordsOf({ pointer, code }: ContractFault): string {
    const label = FIELD_LABELS[pointer.slice(pointer.lastIndexOf('/') + 1)];
    const words = t(`contractForm.checks.${code}`);
    return code === 'required' && label ? `${t(`contractForm.${label}`)}: ${words.toLowerCase()}` : words;
  }

  /** What was missing at the press and has been filled since is complained of no more. */
  function stillTrue(fault: ContractFault): boolean {
    if (fault.code === UNSETTLED.code) return filesUnsettled.value;
    if (fault.pointer === '/partnerId') return fields.partner === null;
    return sendingFaults(fields, true).some(({ pointer }) => pointer === fault.pointer);
  }

  /** Everything saved and complete? Otherwise the faults are shown. */
  async function readyToSend(onPaper: boolean): Promise<boolean> {
    asked.value = [
      ...(card.value || fields.partner ? [] : [{ pointer: '/partnerId', code: 'required' }]),
      ...sendingFaults(fields, onPaper),
      ...(filesUnsettled.value ? [UNSETTLED] : []),
    ];
    const saved = await autosave.save();
    return saved && asked.value.length === 0 && typing.value.length === 0;
  }

  /** «Сохранить как проект»: a draft may be incomplete, but it needs a partner. */
  async function saveDraft(): Promise<boolean> {
    asked.value = [
      ...(card.value || fields.partner ? [] : [{ pointer: '/partnerId', code: 'required' }]),
      ...(filesUnsettled.value ? [UNSETTLED] : []),
    ];
    return asked.value.length === 0 && (await autosave.save());
  }

  restore();
  return {
    card,
    fields,
    filesUnsettled,
    faults,
    restoredAt,
    state: autosave.state,
    savedAt: autosave.savedAt,
    failure: autosave.failure,
    saveDraft,
    readyToSend,
    takeStored,
    keepMine,
  };
}

export type ContractForm = ReturnType<typeof useContractForm>;
