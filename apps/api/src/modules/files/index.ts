export { FilesModule } from './files.module.js';
export type { ExtractedText, TextStatus } from './text/extracted-text.js';
export { FileText } from './text/file-text.js';
export { hasText } from './text/has-text.js';
export { StoreFile } from './operations/store-file.js';
export { FileUploadDto, StoredFileDto } from './files.dto.js';
