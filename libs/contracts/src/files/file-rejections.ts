/** Why an uploaded file is not accepted: stable for programs. */
export type FileRejection =
  'empty' | 'type' | 'extension' | 'damaged' | 'archive_bomb' | 'active_content' | 'image_too_large';

/** The same in words for people. */
export const FILE_REJECTION_TEXTS: Readonly<Record<FileRejection, string>> = {
  empty: 'Файл пустой.',
  type: 'Содержимое файла не подходит по типу.',
  extension: 'Расширение файла не соответствует содержимому: похоже, файл переименован.',
  damaged: 'Файл повреждён или не дописан.',
  archive_bomb: 'Файл раскрывается в слишком большой объём или содержит вложенные архивы.',
  active_content: 'Файл содержит макросы или программы.',
  image_too_large: 'Изображение больше 40 мегапикселей.',
};
