import {
  ACCEPTED_MEDIA_TYPES,
  applicationConflicts,
  missingApplicationTerms,
  TERMS_CONFLICT_TEXTS,
  type ApplicationKind,
  type ApplicationTerms,
  type FieldError,
} from '@praktika/contracts';
import type { Actor } from '../../../core/access/index.js';
import type { Transaction } from '../../../core/database/index.js';
import { invalidFields } from '../../../core/errors/index.js';
import { OWN_FILE } from '../applications.commands.js';
import type { ApplicationFile } from '../applications.queries.js';

/** What an application's draft holds; everything may be missing. */
export interface ApplicationContent {
  readonly terms: ApplicationTerms;
  readonly expectsDraftContract: boolean;
  readonly fileId: string | null;
}

/** A draft as stored: its content and what it lacks before it may be sent. */
export interface StoredContent {
  readonly terms: string;
  readonly missing: readonly string[];
  readonly expectsDraftContract: boolean;
  readonly fileId: string | null;
  readonly file: string | null;
}

/**
 * Checks a draft's content.
 * @throws Refusal `validation_failed` with every field at fault
 */
export async function storedContent(
  tx: Transaction,
  actor: Actor,
  kind: ApplicationKind,
  { terms, expectsDraftContract, fileId }: ApplicationContent,
): Promise<StoredContent> {
  const errors: FieldError[] = applicationConflicts(kind, terms).map(({ pointer, code }) => ({
    pointer: `/terms${pointer}`,
    code,
    detail: TERMS_CONFLICT_TEXTS[code],
  }));
  if (expectsDraftContract && fileId) errors.push(FILE_AND_DRAFT);
  const file = fileId ? await ownFile(tx, actor, fileId) : null;
  if (fileId && !file) errors.push(fileError('not_found', 'Файл не найден. Загрузите его ещё раз.'));
  if (file && !ACCEPTED_MEDIA_TYPES.MAIN.includes(file.mediaType)) {
    errors.push(fileError('media_type', 'Приложите PDF или DOCX.'));
  }
  if (errors.length > 0) throw invalidFields(...errors);
  const missing = missingApplicationTerms(kind, terms).map((pointer) => `/terms${pointer}`);
  if (!expectsDraftContract && !fileId) missing.push('/expectsDraftContract');
  return {
    terms: JSON.stringify(terms),
    missing,
    expectsDraftContract,
    fileId,
    file: file && JSON.stringify(file),
  };
}

const FILE_AND_DRAFT: FieldError = {
  pointer: '/expectsDraftContract',
  code: 'file_or_draft',
  detail: 'Выберите одно: приложенный файл или ожидание проекта договора.',
};

const fileError = (code: string, detail: string): FieldError => ({ pointer: '/fileId', code, detail });

async function ownFile(tx: Transaction, actor: Actor, id: string): Promise<ApplicationFile | null> {
  const [file] = await tx.query<{ [Member in keyof ApplicationFile]: ApplicationFile[Member] }>(OWN_FILE, [
    actor.organizationId,
    id,
  ]);
  return file ?? null;
}
