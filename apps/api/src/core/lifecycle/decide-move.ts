import {
  evaluateTransition,
  type FieldError,
  type Party,
  type Permission,
  type TransitionTable,
} from '@praktika/contracts';
import { invalidFields, Refusal } from '../errors/index.js';
import { staleVersion } from './refusals.js';

/** An object as one actor sees it, with what its lifecycle asks for. */
export interface Movable<Status extends string, Action extends string, Facts> {
  readonly table: TransitionTable<Status, Action, Facts, Permission>;
  readonly status: Status;
  readonly party: Party;
  readonly permissions: ReadonlySet<Permission>;
  readonly version: number;
  readonly guardTexts: Readonly<Record<string, string>>;
  /** What an incomplete object lacks, field by field: the answer of the guard `incomplete`. */
  readonly missing: () => readonly FieldError[];
}

/**
 * May this actor make this move now, and where does it lead? The order of the answers is that of domain.md §0.11: a
 * status that has moved on (409), the right (403), a stale version (412), what the guards miss (422 with the fields).
 *
 * @param tooLate makes the 409, saying who was faster
 */
export async function decideMove<Status extends string, Action extends string, Facts>(
  object: Movable<Status, Action, Facts>,
  action: Action,
  expectedVersion: number,
  facts: Facts,
  tooLate: () => Promise<Refusal>,
): Promise<Status> {
  const { table, status, party, permissions, version } = object;
  const verdict = evaluateTransition(table, action, { status, party, permissions }, facts);
  if (!verdict.allowed) {
    if (verdict.reason === 'no_permission') throw new Refusal('forbidden');
    if (verdict.reason !== 'guard') throw await tooLate();
  }
  if (version !== expectedVersion) throw staleVersion(version);
  if (!verdict.allowed) throw guardRefusal(object, verdict);
  return verdict.to;
}

/** 422 of a guard that did not hold; an incomplete object names every field it lacks. */
export function guardRefusal(
  object: Pick<Movable<string, string, never>, 'guardTexts' | 'missing'>,
  { guard, field = '' }: { readonly guard: string; readonly field?: string },
): Refusal {
  const detail = object.guardTexts[guard] ?? 'Действие сейчас недоступно.';
  if (guard !== 'incomplete') return invalidFields({ pointer: field, code: guard, detail });
  return new Refusal('validation_failed', { detail, errors: object.missing() });
}
