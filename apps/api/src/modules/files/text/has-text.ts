import { DOCX, PDF } from '../content/media-types.js';

/** Is there text to be read in files of this type? Pictures and tables are passed over. */
export const hasText = (mediaType: string): boolean => mediaType === PDF || mediaType === DOCX;
