import { computed, onBeforeUnmount, reactive, ref, shallowRef } from 'vue';
import { useI18n } from 'vue-i18n';
import { isApiError } from '../../../app/api/api-error.js';
import type { DocumentCard } from '../../../app/api/models.js';
import type { FieldFault } from '../../../app/forms/use-form.js';
import { useSession } from '../../../app/session/session-store.js';
import { fetchDocument, useDocumentCache } from '../api/documents.js';
import type { DraftFault } from '../model/contract-checks.js';
import { forgetLocalDraft, readLocalDraft, writeLocalDraft } from '../../../app/forms/local-draft.js';
import { useAutosave } from '../../../app/forms/use-autosave.js';

/** What is sent or left behind before a chosen file has arrived would go without it. */
const UNSETTLED: DraftFault = { pointer: '/files', code: 'unsettled' };

/** A line that is not finished keeps the draft from being stored, and is complained of when a button is pressed. */
const UNFINISHED: ReadonlySet<string> = new Set(['change_term', 'change_date', 'value_required']);

/** What a kind of form puts into the common work on a draft. */
export interface DraftFormOptions<Fields extends object> {
  /** The stored draft, null for a new one. */
  loaded: DocumentCard | null;
  /** Distinguishes new drafts of different sorts in this browser. */
  newKey: string;
  empty: () => Fields;
  fromCard: (card: DocumentCard) => Fields;
  /** Puts the draft on the server for the first time. */
  create: (fields: Fields) => Promise<DocumentCard>;
  update: (card: DocumentCard, fields: Fields) => Promise<DocumentCard>;
  /** What a new draft cannot be stored without. */
  creationFaults: (fields: Fields) => DraftFault[];
  /** Is a new draft put on the server as soon as it can be, or only when asked to. */
  createsByItself: boolean;
  /** Values that can only be mistakes: they keep even a draft from being stored. */
  draftFaults: (fields: Fields) => DraftFault[];
  /** What is still lacking before the draft may be sent. */
  sendingFaults: (fields: Fields, onPaper: boolean) => DraftFault[];
  /** A pointer of the server's refusal as a pointer into the form. */
  pointerOnScreen?: (pointer: string, fields: Fields) => string;
  /** Words of the fields that can be at fault, by the last step of their pointer: keys of `contractForm`. */
  fieldLabels: Readonly<Record<string, string>>;
  /** Fields named by the reference instead, by the last step of their pointer; they come before `fieldLabels`. */
  fieldNames?: Readonly<Record<string, string>>;
  /** What tells a field from another one of the same name, in words. */
  groupOf?: (pointer: string, fields: Fields) => string | undefined;
  onCreated: (card: DocumentCard) => void;
}

/** The draft of a document: its fields, their faults, saving by itself, work left in this browser. */
export function useDraftForm<Fields extends object>(options: DraftFormOptions<Fields>) {
  const { t } = useI18n();
  const session = useSession();
  const cache = useDocumentCache();
  const organizationId = session.organization?.id ?? '';
  const card = shallowRef<DocumentCard | null>(options.loaded);
  const fields = reactive(options.loaded ? options.fromCard(options.loaded) : options.empty());
  const plain = () => fields as Fields;
  const asked = ref<DraftFault[]>([]);
  const refused = ref<FieldFault[]>([]);
  const pressed = ref(false);
  const filesUnsettled = ref(false);
  const restoredAt = ref<string>();
  /** A new draft that waits to be asked for has been: from now on it saves by itself. */
  let wanted = options.createsByItself;
  /** Who has left the form is not brought back to it by a save that was under way. */
  let left = false;
  onBeforeUnmount(() => (left = true));

  const draftKey = () => card.value?.id ?? options.newKey;
  const snapshot = () => JSON.stringify(fields);
  const typing = computed(() => options.draftFaults(plain()));
  const creation = () => (card.value ? [] : options.creationFaults(plain()));

  const autosave = useAutosave({
    snapshot,
    sendable: () => typing.value.length === 0 && creation().length === 0 && (card.value !== null || wanted),
    send,
    keep: (text) =>
      writeLocalDraft(organizationId, draftKey(), {
        version: card.value?.version ?? null,
        at: new Date().toISOString(),
        fields: JSON.parse(text) as Fields,
      }),
    forget: () => {
      forgetLocalDraft(organizationId, draftKey());
      restoredAt.value = undefined;
    },
  });

  async function send(): Promise<void> {
    refused.value = [];
    try {
      if (card.value) {
        card.value = await options.update(card.value, plain());
        cache.put(card.value);
        return;
      }
      const created = await options.create(plain());
      forgetLocalDraft(organizationId, options.newKey);
      card.value = created;
      cache.put(created);
      if (!left) options.onCreated(created);
    } catch (error) {
      if (isApiError(error)) {
        refused.value = error.fields.map(({ pointer, detail }) => ({
          pointer: options.pointerOnScreen?.(pointer, plain()) ?? pointer,
          message: detail,
        }));
      }
      throw error;
    }
  }

  /** Work left in this browser: over the same version it is put back, over an older one the person decides. */
  function restore(): void {
    const local = readLocalDraft<Fields>(organizationId, draftKey());
    if (!local) return;
    Object.assign(fields, local.fields);
    if (local.version === (card.value?.version ?? null)) restoredAt.value = local.at;
    else autosave.state.value = 'conflict';
  }

  async function takeStored(): Promise<void> {
    const key = draftKey();
    if (card.value) {
      card.value = await fetchDocument(card.value.id);
      cache.put(card.value);
      Object.assign(fields, options.fromCard(card.value));
    } else Object.assign(fields, options.empty());
    forgetLocalDraft(organizationId, key);
    restoredAt.value = undefined;
    autosave.settle();
  }

  async function keepMine(): Promise<void> {
    if (card.value) card.value = await fetchDocument(card.value.id);
    await autosave.insist();
  }

  /** «Отменить»: what was typed into a draft that is nowhere yet is forgotten. */
  function discard(): void {
    forgetLocalDraft(organizationId, draftKey());
    autosave.settle();
  }

  const faults = computed<FieldFault[]>(() => {
    const typed = typing.value.filter(({ code }) => pressed.value || !UNFINISHED.has(code));
    const told = [...typed, ...asked.value.filter(stillTrue)].map((fault) => ({
      pointer: fault.pointer,
      message: wordsOf(fault),
    }));
    const known = new Set(told.map(({ pointer }) => pointer));
    return [...told, ...refused.value.filter(({ pointer }) => !known.has(pointer))];
  });

  /** What to do, with the field's name before it: in the summary it stands apart from the field. */
  function wordsOf({ pointer, code }: DraftFault): string {
    const words = t(`contractForm.checks.${code}`);
    const name = nameOf(pointer.slice(pointer.lastIndexOf('/') + 1));
    if (!name) return words;
    const group = options.groupOf?.(pointer, plain());
    return `${name}${group ? ` (${inSentence(group)})` : ''}: ${inSentence(words)}`;
  }

  function nameOf(step: string): string | undefined {
    const label = options.fieldLabels[step];
    return options.fieldNames?.[step] ?? (label && t(`contractForm.${label}`));
  }

  /** What was missing at the press and has been filled since is complained of no more. */
  function stillTrue(fault: DraftFault): boolean {
    if (fault.code === UNSETTLED.code) return filesUnsettled.value;
    return [...creation(), ...options.sendingFaults(plain(), true)].some(
      ({ pointer }) => pointer === fault.pointer,
    );
  }

  async function saveAsked(lacking: DraftFault[]): Promise<boolean> {
    asked.value = [...creation(), ...lacking, ...(filesUnsettled.value ? [UNSETTLED] : [])];
    pressed.value = true;
    // what is put on the server by a press alone is not put there by one that cannot be carried out
    if (!card.value && !options.createsByItself && asked.value.length > 0) return false;
    // what lacks keeps it from being sent, not from being stored
    wanted = true;
    const saved = await (card.value ? autosave.save() : autosave.store());
    return saved && asked.value.length === 0 && typing.value.length === 0;
  }

  restore();
  return {
    card,
    fields: fields,
    filesUnsettled,
    faults,
    restoredAt,
    state: autosave.state,
    savedAt: autosave.savedAt,
    failure: autosave.failure,
    /** «Сохранить как проект»: a draft may be incomplete. */
    saveDraft: () => saveAsked([]),
    /** Everything saved and complete? Otherwise the faults are shown. */
    readyToSend: (onPaper: boolean) => saveAsked(options.sendingFaults(plain(), onPaper)),
    takeStored,
    keepMine,
    discard,
  };
}

const inSentence = (words: string) => `${words.charAt(0).toLowerCase()}${words.slice(1)}`;

/** The part of a draft's form that its frame needs, whatever the fields. */
export type DraftForm = Omit<ReturnType<typeof useDraftForm<object>>, 'fields'>;
