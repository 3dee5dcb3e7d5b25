import { Refusal } from '../../../core/errors/index.js';

/** Why a file is not accepted: stable for programs; the text is for people. */
export const FILE_REJECTIONS = [
  'empty',
  'type',
  'extension',
  'damaged',
  'archive_bomb',
  'active_content',
  'image_too_large',
] as const;

export type FileRejection = (typeof FILE_REJECTIONS)[number];

/** What people may upload, as they call it. */
const ACCEPTED = 'Принимаются PDF, DOCX, XLSX, JPG и PNG, до 70 МБ.';

const TEXTS: Readonly<Record<FileRejection, string>> = {
  empty: 'Файл пустой.',
  type: 'Содержимое файла не подходит по типу.',
  extension: 'Расширение файла не соответствует содержимому: похоже, файл переименован.',
  damaged: 'Файл повреждён или не дописан.',
  archive_bomb: 'Файл раскрывается в слишком большой объём или содержит вложенные архивы.',
  active_content: 'Файл содержит макросы или программы.',
  image_too_large: 'Изображение больше 40 мегапикселей.',
};

/** 422 `file_rejected` with the reason and with what is accepted instead. */
export function rejectedFile(reason: FileRejection, accepted = ACCEPTED): Refusal {
  return new Refusal('file_rejected', {
    detail: `${TEXTS[reason]} ${accepted}`,
    extras: { reason },
  });
}
