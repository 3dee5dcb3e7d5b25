import type { DocumentAction, DocumentKind } from '@praktika/contracts';
import type { RouteLocationNormalizedLoaded } from 'vue-router';
import type { AgreementKind } from './agreement-fields.js';
import type { ContractKind } from './contract-fields.js';

/** What kind of draft an address begins, and by which action of the document it is to hang on. */
export interface NewDraft {
  kind: DocumentKind;
  /** The kind in the contract form; an agreement has a form of its own. */
  contractKind: ContractKind;
  begottenBy?: DocumentAction;
}

const AGREEMENTS: Readonly<Record<AgreementKind, DocumentAction>> = {
  SUPPLEMENTARY_TERMINATION: 'terminate',
  SUPPLEMENTARY_AMENDMENT: 'amend',
};

/** Reads the address of a new draft: its route, and `?kind=` where the route leaves a choice. */
export function newDraftOf({ name, query }: RouteLocationNormalizedLoaded): NewDraft {
  if (name === 'annex-new') {
    return { kind: 'FRAMEWORK_ANNEX', contractKind: 'FRAMEWORK_ANNEX', begottenBy: 'add-annex' };
  }
  if (name === 'agreement-new') {
    const kind: AgreementKind =
      query['kind'] === 'SUPPLEMENTARY_TERMINATION' ? 'SUPPLEMENTARY_TERMINATION' : 'SUPPLEMENTARY_AMENDMENT';
    return { kind, contractKind: 'PERIOD_CONTRACT', begottenBy: AGREEMENTS[kind] };
  }
  const kind = query['kind'] === 'FRAMEWORK_CONTRACT' ? 'FRAMEWORK_CONTRACT' : 'PERIOD_CONTRACT';
  return { kind, contractKind: kind };
}
