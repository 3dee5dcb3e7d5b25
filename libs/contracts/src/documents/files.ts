/** What a file is to a document (domain.md §5). Only MAIN is signed; a scan shows the paper original. */
export const DOCUMENT_FILE_ROLES = ['MAIN', 'ATTACHMENT', 'COVER_LETTER', 'SCAN'] as const;

export type DocumentFileRole = (typeof DOCUMENT_FILE_ROLES)[number];

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Media types each role accepts (domain.md §8.3), by content, not by file name. */
export const ACCEPTED_MEDIA_TYPES: Readonly<Record<DocumentFileRole, readonly string[]>> = {
  MAIN: ['application/pdf', DOCX],
  ATTACHMENT: [
    'application/pdf',
    DOCX,
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'image/jpeg',
    'image/png',
  ],
  COVER_LETTER: ['application/pdf', DOCX],
  SCAN: ['application/pdf', 'image/jpeg', 'image/png'],
};

/** Limits of uploads (reliability.md §2.3). Sizes in bytes. */
export const FILE_LIMITS = {
  size: 70 * 1024 * 1024,
  filesPerDocument: 40,
  nameBytes: 255,
} as const;
