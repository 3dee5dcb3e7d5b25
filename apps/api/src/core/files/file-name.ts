import { FILE_LIMITS } from '@praktika/contracts';

/** Control characters, line and paragraph separators, lone surrogates. */
const CONTROLS = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** Marks that turn the reading direction or hide: `exe.fdp` must not read as `pdf.exe` backwards. */
const INVISIBLE = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu;

/** What cannot stand in a name on some system, or ends a quoted header value. */
const FORBIDDEN = /[<>:"|?*]/g;

/** Names that Windows takes for devices. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/**
 * A file's name as it came, made fit for screens, headers and any file system (reliability.md T10): no path, no
 * control or direction characters, NFC, at most 255 bytes with its extension kept.
 *
 * @param name as the client sent it
 * @param fallback when nothing readable is left
 */
export function cleanFileName(name: string, fallback: string): string {
  const base = name.split(/[/\\]/).at(-1) ?? '';
  const readable = base
    .normalize('NFC')
    .replace(CONTROLS, '')
    .replace(INVISIBLE, '')
    .replace(FORBIDDEN, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  if (readable === '') return fallback;
  return shorten(DEVICE.test(readable) ? `_${readable}` : readable, FILE_LIMITS.nameBytes);
}

/** The last extension with its dot, lower case; empty when there is none that looks like one. */
export function extensionOf(name: string): string {
  return (/\.[a-z][a-z0-9]{0,9}$/i.exec(name)?.[0] ?? '').toLowerCase();
}

/** Cuts a name to so many bytes of UTF-8 without splitting a character or losing the extension. */
function shorten(name: string, limit: number): string {
  const bytes = (text: string) => Buffer.byteLength(text, 'utf8');
  if (bytes(name) <= limit) return name;
  const extension = extensionOf(name);
  const room = limit - bytes(extension);
  let kept = '';
  for (const character of name.slice(0, name.length - extension.length)) {
    if (bytes(kept + character) > room) break;
    kept += character;
  }
  return kept.trimEnd() + extension;
}

/**
 * `Content-Disposition` that makes a browser save and never show (reliability.md T7): the name in RFC 8187 form,
 * and an ASCII stand-in for old clients. One line whatever the name holds.
 */
export function attachmentHeader(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%;]/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
