import { CHANGEABLE_TERM_LABELS, dateInZone } from '@praktika/contracts';
import type { DocumentCard } from '../../../app/api/models.js';
import { useSession } from '../../../app/session/session-store.js';
import { createAgreement, updateAgreement } from '../api/documents.js';
import {
  agreementDraftFaults,
  agreementFromCard,
  agreementPointer,
  agreementSendingFaults,
  draftFromAgreement,
  emptyAgreement,
  type AgreementFields,
  type AgreementKind,
} from '../model/agreement-fields.js';
import { useDraftForm } from './use-draft-form.js';

/** Words of the fields that can be at fault, by the last step of their pointer. */
const FIELD_LABELS: Readonly<Record<string, string>> = {
  number: 'number',
  date: 'date',
  term: 'changedTerm',
  effectiveFrom: 'effectiveFrom',
  validTo: 'validTo',
  email: 'email',
};

/**
 * The draft of a supplementary agreement. A new one is stored when a button is pressed and not before: «Отменить»
 * leaves nothing behind (manual §7.2).
 */
export function useAgreementForm(
  loaded: DocumentCard | null,
  kind: AgreementKind,
  parent: DocumentCard | null,
  onCreated: (card: DocumentCard) => void,
) {
  const session = useSession();
  return useDraftForm<AgreementFields>({
    loaded,
    newKey: `agreement.${parent?.id ?? ''}.${kind}`,
    empty: () => emptyAgreement(kind, dateInZone(new Date(), session.timeZone)),
    fromCard: agreementFromCard,
    create: (fields) =>
      createAgreement({ kind: fields.kind, parentId: parent?.id ?? '', ...draftFromAgreement(fields) }),
    update: ({ id, version }, fields) => updateAgreement(id, version, draftFromAgreement(fields)),
    creationFaults: () => [],
    createsByItself: false,
    draftFaults: agreementDraftFaults,
    sendingFaults: agreementSendingFaults,
    pointerOnScreen: agreementPointer,
    fieldLabels: FIELD_LABELS,
    fieldNames: CHANGEABLE_TERM_LABELS,
    onCreated,
  });
}
