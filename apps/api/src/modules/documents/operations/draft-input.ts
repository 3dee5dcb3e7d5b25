import {
  ACCEPTED_MEDIA_TYPES,
  FILE_LIMITS,
  TERMS_CONFLICT_TEXTS,
  type DocumentFileRole,
  type FieldError,
} from '@praktika/contracts';
import type { Actor } from '../../../core/access/index.js';
import type { Transaction } from '../../../core/database/index.js';
import { invalidFields } from '../../../core/errors/index.js';
import type { KindDefinition } from '../kinds/kind-definition.js';
import { OWN_FILES } from './draft.commands.js';

/** What a draft holds; while it is a draft everything may be missing. */
export interface DraftContent {
  readonly number?: string | null;
  /** `YYYY-MM-DD`. */
  readonly date?: string | null;
  readonly terms?: object;
  readonly files?: readonly DraftFile[];
}

export interface DraftFile {
  readonly fileId: string;
  readonly role: DocumentFileRole;
}

/**
 * Checks a draft's content against its kind and its author's files.
 * @throws Refusal `validation_failed` with every field at fault
 */
export async function checkDraft(
  tx: Transaction,
  actor: Actor,
  kind: KindDefinition,
  content: DraftContent,
): Promise<void> {
  const errors: FieldError[] = kind
    .termsConflicts(content.terms ?? {})
    .map(({ pointer, code }) => ({ pointer: `/terms${pointer}`, code, detail: TERMS_CONFLICT_TEXTS[code] }));
  errors.push(...(await fileErrors(tx, actor, content.files ?? [])));
  if (errors.length > 0) throw invalidFields(...errors);
}

async function fileErrors(tx: Transaction, actor: Actor, files: readonly DraftFile[]): Promise<FieldError[]> {
  if (files.length === 0) return [];
  if (files.length > FILE_LIMITS.filesPerDocument) {
    const detail = `Не больше ${FILE_LIMITS.filesPerDocument} файлов.`;
    return [{ pointer: '/files', code: 'array_max_size', detail }];
  }
  const rows = await tx.query<{ id: string; mediaType: string }>(OWN_FILES, [
    actor.organizationId,
    files.map((file) => file.fileId),
  ]);
  const types = new Map(rows.map((row) => [row.id, row.mediaType]));
  const errors = files.flatMap((file, index) => fileError(file, index, types.get(file.fileId)));
  if (files.filter((file) => file.role === 'MAIN').length > 1) {
    errors.push({
      pointer: '/files',
      code: 'one_main_file',
      detail: 'Основной файл может быть только один.',
    });
  }
  return errors;
}

function fileError(file: DraftFile, index: number, mediaType: string | undefined): FieldError[] {
  const pointer = `/files/${index}`;
  if (mediaType === undefined) {
    return [{ pointer, code: 'not_found', detail: 'Файл не найден. Загрузите его ещё раз.' }];
  }
  if (ACCEPTED_MEDIA_TYPES[file.role].includes(mediaType)) return [];
  return [{ pointer, code: 'media_type', detail: 'Файл такого типа сюда не подходит.' }];
}
