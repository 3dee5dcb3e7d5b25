import type { DocumentAction } from '@praktika/contracts';
import type { AvailableAction } from '../../../app/api/models.js';

/** Moves a document forward; the first of these that is offered is the main button. */
const FORWARD: readonly DocumentAction[] = [
  'approve',
  'sign',
  'confirm',
  'submit-signing',
  'submit-approval',
  'reopen',
];

/**
 * Not among the steps: closing by an agreement is a choice inside the window of «Закрыть договор» (manual §7.2), a
 * copy is made from the head of the card.
 */
const ELSEWHERE: readonly DocumentAction[] = ['terminate', 'copy'];

/** Shown as dangerous: they end the document or throw work away. */
const DANGEROUS: readonly DocumentAction[] = ['reject', 'withdraw', 'delete', 'decline-signing'];

export function isDangerous(action: DocumentAction): boolean {
  return DANGEROUS.includes(action);
}

/**
 * The one main action among those offered. A draft's is «Редактировать»: what it still lacks is seen in the form.
 * Closing a concluded contract is never pressed on anybody.
 */
export function mainActionOf(actions: readonly AvailableAction[]): AvailableAction | undefined {
  const editing = actions.find(({ action }) => action === 'update');
  if (editing) return editing;
  const offered = actions.filter(({ enabled }) => enabled);
  return FORWARD.map((name) => offered.find(({ action }) => action === name)).find((found) => found);
}

/** Every other action, in the order of the server. */
export function otherActionsOf(actions: readonly AvailableAction[]): AvailableAction[] {
  const main = mainActionOf(actions);
  return actions.filter((item) => item !== main && !ELSEWHERE.includes(item.action));
}
