import { limitedText, TEXT_LIMITS, type ExtractedText } from './extracted-text.js';

/**
 * The text of a PDF, page after page, in the order its author wrote it. Scripts inside it are never run, nothing is
 * fetched.
 *
 * @param until epoch milliseconds at which the reading stops, with what has been read by then
 */
export async function pdfText(bytes: Uint8Array, until: number): Promise<ExtractedText> {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = pdfjs.getDocument({
    data: bytes,
    enableXfa: false,
    useSystemFonts: false,
    disableFontFace: true,
    verbosity: pdfjs.VerbosityLevel.ERRORS,
  });
  try {
    const document = await task.promise;
    let text = '';
    let page = 1;
    const goesOn = () =>
      page <= Math.min(document.numPages, TEXT_LIMITS.pages) &&
      text.length <= TEXT_LIMITS.characters &&
      Date.now() < until;
    for (; goesOn(); page += 1) {
      const sheet = await document.getPage(page);
      const { items } = await sheet.getTextContent();
      for (const item of items) if ('str' in item) text += item.hasEOL ? `${item.str}\n` : item.str;
      text += '\n';
      sheet.cleanup();
    }
    return limitedText(text, page <= document.numPages);
  } catch (error) {
    const encrypted = error instanceof Error && error.name === 'PasswordException';
    return { status: encrypted ? 'ENCRYPTED' : 'DAMAGED', text: '' };
  } finally {
    await task.destroy();
  }
}
