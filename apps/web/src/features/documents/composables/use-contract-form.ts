import { useI18n } from 'vue-i18n';
import type { DocumentCard } from '../../../app/api/models.js';
import { createAnnex, createContract, updateAnnex, updateContract } from '../api/documents.js';
import { draftFaults, pointerOnScreen, sendingFaults } from '../model/contract-checks.js';
import { draftFromFields, fieldsFromCard } from '../model/contract-draft.js';
import { emptyFields, type ContractFields, type ContractKind } from '../model/contract-fields.js';
import { useDraftForm } from './use-draft-form.js';

/** Words of the fields that can be at fault, by the last step of their pointer. */
const FIELD_LABELS: Readonly<Record<string, string>> = {
  partnerId: 'partner',
  number: 'number',
  date: 'date',
  validFrom: 'validFrom',
  validTo: 'validTo',
  specialtyCode: 'specialty',
  specialtyName: 'specialtyName',
  course: 'course',
  practiceKind: 'practiceKind',
  seats: 'seats',
  from: 'from',
  to: 'to',
  name: 'premiseName',
  fullName: 'fullName',
  email: 'email',
};

/** What a new draft begins with. */
export interface NewContractDraft {
  kind: ContractKind;
  /** The framework contract of an annex. */
  parent: DocumentCard | null;
}

/**
 * The draft of a contract or an annex. Without a card it is a new draft, which gets its place on the server as soon
 * as a partner is chosen; `onCreated` is told of it.
 */
export function useContractForm(
  loaded: DocumentCard | null,
  { kind, parent }: NewContractDraft,
  onCreated: (card: DocumentCard) => void,
) {
  const { t } = useI18n();

  /** A form has two supervisors, and may have several programmes and premises. */
  function groupOf(pointer: string, { programmes, premises }: ContractFields): string | undefined {
    const [, , term, place] = pointer.split('/');
    const n = Number(place) + 1;
    if (term === 'educationSupervisor' || term === 'employerSupervisor') return t(`contractForm.${term}`);
    if (term === 'programmes' && programmes.length > 1) return t('contractForm.programmeTitle', { n });
    if (term === 'premises' && premises.length > 1) return t('contractForm.premiseTitle', { n });
    return undefined;
  }

  return useDraftForm<ContractFields>({
    loaded,
    newKey: parent ? `annex.${parent.id}` : 'new',
    empty: () => emptyFields(kind, parent),
    fromCard: fieldsFromCard,
    create: (fields) =>
      fields.kind === 'FRAMEWORK_ANNEX'
        ? createAnnex({ parentId: fields.parent?.id ?? '', ...draftFromFields(fields) })
        : createContract({
            kind: fields.kind,
            partnerId: fields.partner?.id ?? '',
            ...draftFromFields(fields),
          }),
    update: ({ id, version }, fields) =>
      (fields.kind === 'FRAMEWORK_ANNEX' ? updateAnnex : updateContract)(
        id,
        version,
        draftFromFields(fields),
      ),
    creationFaults: ({ partner }) => (partner ? [] : [{ pointer: '/partnerId', code: 'required' }]),
    createsByItself: true,
    draftFaults,
    sendingFaults,
    pointerOnScreen,
    fieldLabels: FIELD_LABELS,
    groupOf,
    onCreated,
  });
}
