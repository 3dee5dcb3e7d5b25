import {
  evaluateTransition,
  GUARD_TEXTS,
  type DocumentAction,
  type DocumentFacts,
  type DocumentState,
  type FieldError,
} from '@praktika/contracts';
import { invalidFields, Refusal } from '../../../core/errors/index.js';
import { staleVersion, type DocumentStore } from './document-store.js';
import type { VisibleDocument } from './visible-document.js';

/** What the modal sent, as far as the guards look at it. */
export type InputFacts = Pick<DocumentFacts, 'reason' | 'acknowledged' | 'responsibleNamed'>;

/**
 * Step 2 of a command: may this actor make this move now? Answers with the status it leads to.
 *
 * The order is that of domain.md §0.11: a status that has moved on is told first (409 with who and when), then
 * the right (403), then a stale version (412), then what the guards miss (422 with the fields).
 */
export async function decide(
  store: DocumentStore,
  document: VisibleDocument,
  action: DocumentAction,
  expectedVersion: number,
  input: InputFacts = {},
): Promise<DocumentState> {
  const { row, party, actor, kind } = document;
  const verdict = evaluateTransition(
    kind.transitions,
    action,
    { status: row.status, party, permissions: actor.permissions },
    { ...document.facts(), ...input },
  );
  if (!verdict.allowed) {
    if (verdict.reason === 'no_permission') throw new Refusal('forbidden');
    if (verdict.reason !== 'guard') throw await store.tooLate(document, action);
  }
  if (row.version !== expectedVersion) throw staleVersion(document);
  if (!verdict.allowed) throw guardRefusal(document, verdict);
  return verdict.to;
}

/** 422 with the fields at fault; an incomplete draft names every field it lacks. */
function guardRefusal(document: VisibleDocument, verdict: object): Refusal {
  const { guard, field } = verdict as { guard: string; field?: string };
  const detail = GUARD_TEXTS[guard] ?? 'Действие сейчас недоступно.';
  if (guard !== 'incomplete') return invalidFields({ pointer: field ?? '', code: guard, detail });
  const errors: FieldError[] = document
    .missing()
    .map((pointer) => ({ pointer, code: 'required', detail: 'Заполните поле.' }));
  if (!document.facts().hasMainFile) {
    errors.push({
      pointer: '/files',
      code: 'main_file_required',
      detail: 'Приложите основной файл PDF или DOCX.',
    });
  }
  return new Refusal('validation_failed', { detail, errors });
}
