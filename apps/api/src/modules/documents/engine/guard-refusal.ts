import {
  GUARD_TEXTS,
  type DocumentAction,
  type DocumentFacts,
  type DocumentState,
  type FieldError,
} from '@praktika/contracts';
import type { Refusal } from '../../../core/errors/index.js';
import { guardRefusal as refusalOfGuard, type Movable } from '../../../core/lifecycle/index.js';
import type { VisibleDocument } from './visible-document.js';

/** A guard that did not hold, and the input at fault if there is one. */
export interface FailedGuard {
  readonly guard: string;
  readonly field?: string;
}

/** What the lifecycle of a document is judged on. */
export function movableOf(document: VisibleDocument): Movable<DocumentState, DocumentAction, DocumentFacts> {
  const { kind, row, party, actor } = document;
  return {
    table: kind.transitions,
    status: row.status,
    party,
    permissions: actor.permissions,
    version: row.version,
    guardTexts: GUARD_TEXTS,
    missing: () => missingFields(document),
  };
}

/** 422 with the fields at fault; an incomplete draft names every field it lacks. */
export const guardRefusal = (document: VisibleDocument, failed: FailedGuard): Refusal =>
  refusalOfGuard(movableOf(document), failed);

function missingFields(document: VisibleDocument): FieldError[] {
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
  return errors;
}
