import { MAX_SIGNATURE_BYTES } from '@praktika/signing';
import { invalidField, Refusal } from '../../../core/errors/index.js';

const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;

/**
 * A signature as a JSON body carries it: base64 of the file, with or without line breaks.
 * @throws Refusal `validation_failed`, `payload_too_large`
 */
export function decodeCms(text: string): Uint8Array {
  if (text.length > MAX_SIGNATURE_BYTES * 1.5) {
    throw new Refusal('payload_too_large', { detail: 'Файл подписи больше допустимого: не более 1 МБ.' });
  }
  const compact = text.replace(/\s+/g, '');
  if (compact === '' || compact.length % 4 !== 0 || !BASE64.test(compact)) {
    throw invalidField('/cms', 'base64', 'Ожидается файл подписи в кодировке base64.');
  }
  return Uint8Array.from(Buffer.from(compact, 'base64'));
}
