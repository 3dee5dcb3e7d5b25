import { dateInZone } from '@praktika/contracts';
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
    fieldLabels: { number: 'number', date: 'date' },
    onCreated,
  });
}
