import { FILE_REJECTION_TEXTS, type FileRejection } from '@praktika/contracts';
import { Refusal } from '../../../core/errors/index.js';

/** What people may upload, as they call it. */
const ACCEPTED = 'Принимаются PDF, DOCX, XLSX, JPG и PNG, до 70 МБ.';

/** 422 `file_rejected` with the reason and with what is accepted instead. */
export function rejectedFile(reason: FileRejection, accepted = ACCEPTED): Refusal {
  return new Refusal('file_rejected', {
    detail: `${FILE_REJECTION_TEXTS[reason]} ${accepted}`,
    extras: { reason },
  });
}
