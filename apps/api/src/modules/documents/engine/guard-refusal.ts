import { GUARD_TEXTS, type FieldError } from '@praktika/contracts';
import { invalidFields, Refusal } from '../../../core/errors/index.js';
import type { VisibleDocument } from './visible-document.js';

/** A guard that did not hold, and the input at fault if there is one. */
export interface FailedGuard {
  readonly guard: string;
  readonly field?: string;
}

/** 422 with the fields at fault; an incomplete draft names every field it lacks. */
export function guardRefusal(document: VisibleDocument, { guard, field }: FailedGuard): Refusal {
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
