import type { ApplicationKind } from '@praktika/contracts';
import { computed, onBeforeUnmount, reactive, ref, shallowRef, watch } from 'vue';
import { isApiError } from '../../../app/api/api-error.js';
import type { Application } from '../../../app/api/models.js';
import { forgetLocalDraft, readLocalDraft, writeLocalDraft } from '../../../app/forms/local-draft.js';
import { useAutosave } from '../../../app/forms/use-autosave.js';
import type { FieldFault } from '../../../app/forms/use-form.js';
import { useSession } from '../../../app/session/session-store.js';
import {
  createApplication,
  fetchApplication,
  updateApplication,
  useApplicationCache,
} from '../api/applications.js';
import { draftFaults, sendingFaults } from '../model/application-checks.js';
import { draftOf, fieldsOf, type ApplicationFields } from '../model/application-fields.js';
import { useCheckWords } from './use-check-words.js';

export interface ApplicationFormOptions {
  /** The stored draft, null for a new one. */
  loaded: Application | null;
  kind: ApplicationKind;
  recipientId: string;
  /** What a new application begins with: what is known of both organizations and of the one who writes. */
  prefilled: () => ApplicationFields;
  /** A new application has got its place on the server. */
  onCreated: (application: Application) => void;
}

/**
 * The draft of an application: its fields, their faults, saving by itself, work left in this browser. A new one is
 * put on the server at the first change, or when it is asked for, so that a reload goes on with the same draft.
 */
export function useApplicationForm(options: ApplicationFormOptions) {
  const { kind, recipientId } = options;
  const organizationId = useSession().organization?.id ?? '';
  const cache = useApplicationCache();
  const words = useCheckWords();
  const saved = shallowRef<Application | null>(options.loaded);
  const fields = reactive(options.loaded ? fieldsOf(options.loaded) : options.prefilled());
  const wanted = ref(false);
  const asked = ref<FieldFault[]>([]);
  const refused = ref<FieldFault[]>([]);
  const restoredAt = ref<string>();
  const filesUnsettled = ref(false);
  /** Who has left the form is not brought back to it by a save that was under way. */
  let left = false;
  onBeforeUnmount(() => (left = true));

  const newKey = `application.${kind}.${recipientId}`;
  const draftKey = () => saved.value?.id ?? newKey;
  const typing = computed(() => draftFaults(kind, fields, words.value));

  const autosave = useAutosave({
    snapshot: () => JSON.stringify([wanted.value, fields]),
    sendable: () => typing.value.length === 0,
    send,
    keep: () =>
      writeLocalDraft(organizationId, draftKey(), {
        version: saved.value?.version ?? null,
        at: new Date().toISOString(),
        fields: { ...fields },
      }),
    forget: () => {
      forgetLocalDraft(organizationId, draftKey());
      restoredAt.value = undefined;
    },
  });

  async function send(): Promise<void> {
    refused.value = [];
    try {
      const body = draftOf(kind, fields);
      if (saved.value) {
        saved.value = await updateApplication(saved.value, body);
        cache.put(saved.value);
        return;
      }
      const created = await createApplication(kind, recipientId, body);
      forgetLocalDraft(organizationId, newKey);
      saved.value = created;
      cache.put(created);
      if (!left) options.onCreated(created);
    } catch (error) {
      if (isApiError(error)) refused.value = faultsOf(error.fields);
      throw error;
    }
  }

  /** Work left in this browser: over the same version it is put back, over an older one the person decides. */
  function restore(): void {
    const local = readLocalDraft<ApplicationFields>(organizationId, draftKey());
    if (!local) return;
    Object.assign(fields, local.fields);
    if (local.version === (saved.value?.version ?? null)) restoredAt.value = local.at;
    else autosave.state.value = 'conflict';
  }

  async function takeStored(): Promise<void> {
    const key = draftKey();
    if (saved.value) saved.value = await fetchApplication(saved.value.id);
    Object.assign(fields, saved.value ? fieldsOf(saved.value) : options.prefilled());
    forgetLocalDraft(organizationId, key);
    restoredAt.value = undefined;
    autosave.settle();
  }

  async function keepMine(): Promise<void> {
    if (saved.value) saved.value = await fetchApplication(saved.value.id);
    await autosave.insist();
  }

  const lacking = () => sendingFaults(kind, fields, words.value);
  /** What was missing at the press and has been filled since is complained of no more. */
  const faults = computed<FieldFault[]>(() => {
    const open = new Set(lacking().map(({ pointer }) => pointer));
    const told = [...typing.value, ...asked.value.filter(({ pointer }) => open.has(pointer))];
    const known = new Set(told.map(({ pointer }) => pointer));
    return [...told, ...refused.value.filter(({ pointer }) => !known.has(pointer))];
  });

  watch(
    () => fields.expectsDraftContract,
    (expects) => {
      if (expects) fields.files = [];
    },
  );

  /** «Сохранить как черновик»: it may be incomplete. */
  async function save(): Promise<boolean> {
    // asked for, a new one is stored even if nothing was changed in it
    if (saved.value === null) wanted.value = true;
    const done = await autosave.save();
    return done && saved.value !== null && !filesUnsettled.value;
  }

  /** Everything saved and complete? Otherwise the faults are shown. */
  async function ready(): Promise<boolean> {
    asked.value = lacking();
    const done = await save();
    return done && lacking().length === 0 && typing.value.length === 0;
  }

  restore();
  return {
    saved,
    fields,
    filesUnsettled,
    faults,
    restoredAt,
    state: autosave.state,
    savedAt: autosave.savedAt,
    failure: autosave.failure,
    save,
    ready,
    takeStored,
    keepMine,
    /** The refusal of a sending, told at its fields. */
    refuse: (errors: readonly FieldFault[]) => (refused.value = [...errors]),
  };
}

const faultsOf = (errors: readonly { pointer: string; detail: string }[]): FieldFault[] =>
  errors.map(({ pointer, detail }) => ({ pointer, message: detail }));
