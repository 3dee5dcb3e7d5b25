import {
  DOCUMENT_ACTIONS,
  type DocumentAction,
  type DocumentState,
  type DocumentTransitions,
  type Party,
} from '@praktika/contracts';
import type { Situation, SituationName, Situations } from './situations.js';

/** What the API must answer in one cell of situation × action × side. */
export type Outcome =
  | { readonly kind: 'moves'; readonly to: DocumentState }
  | { readonly kind: 'refused'; readonly status: number; readonly code: string; readonly guard?: string };

export interface Cell {
  readonly situation: SituationName;
  readonly action: DocumentAction;
  readonly party: Party;
  readonly outcome: Outcome;
}

/** Bodies that satisfy every guard about input. */
export const INPUTS: Readonly<Partial<Record<DocumentAction, object>>> = {
  'submit-confirmation': { signedOnPaperAt: '2026-09-01' },
  'request-revision': { reason: 'Уточните сроки' },
  reject: { reason: 'Не подходит' },
  'decline-signing': { reason: 'Ошибка в реквизитах' },
  'return-from-confirmation': { reason: 'Скан не читается' },
  close: { mode: 'WITHOUT_AGREEMENT' },
  update: { date: '2026-09-06' },
};

const SATISFIED_INPUT = { reason: 'есть', acknowledged: true, responsibleNamed: true };
const PARTIES: readonly Party[] = ['author', 'recipient'];

/** Actions carried out by creating another document: they have no address of their own. */
const BEGETTING: readonly DocumentAction[] = ['terminate', 'amend', 'add-annex', 'copy'];

/** The whole matrix of a kind, row by row out of its lifecycle table. */
export function cellsOf(table: DocumentTransitions, situations: Situations): readonly Cell[] {
  return Object.entries(situations).flatMap(([name, situation]) =>
    DOCUMENT_ACTIONS.filter((action) => !BEGETTING.includes(action)).flatMap((action) =>
      PARTIES.map((party) => ({
        situation: name as SituationName,
        action,
        party,
        outcome: outcomeOf(table, name as SituationName, situation, action, party),
      })),
    ),
  );
}

function outcomeOf(
  table: DocumentTransitions,
  name: SituationName,
  { status, facts }: Situation,
  action: DocumentAction,
  party: Party,
): Outcome {
  if (party === 'recipient' && !facts.everSent) return { kind: 'refused', status: 404, code: 'not_found' };
  const row = table[action]?.find(
    ({ from, by }) => from.includes(status) && (by === 'either' || by === party),
  );
  if (!row) return { kind: 'refused', status: 409, code: tooLateCode(name, status, action, party) };
  const failed = row.guards?.find((guard) => !guard.holds({ ...facts, ...SATISFIED_INPUT }));
  if (failed) return { kind: 'refused', status: 422, code: 'validation_failed', guard: failed.code };
  return { kind: 'moves', to: row.to };
}

/** Which 409: a withdrawal and one's own earlier signature are told by their own codes. */
function tooLateCode(
  name: SituationName,
  status: DocumentState,
  action: DocumentAction,
  party: Party,
): string {
  if (status === 'WITHDRAWN') return 'document_withdrawn';
  const signed =
    name === 'concluded by signatures' || (name === 'signed by the recipient' && party === 'recipient');
  return action === 'sign' && signed ? 'already_signed' : 'invalid_state';
}
