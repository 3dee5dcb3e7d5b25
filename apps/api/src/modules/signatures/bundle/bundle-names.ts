import { cleanFileName } from '../../../core/files/index.js';
import type { BundleRow, BundleSignatureRow, RevisionFile } from '../signatures.queries.js';

const ROLE_WORDS = { recipient: 'получатель', author: 'автор' } as const;

/** Characters of a folder's name: with the names inside it within what Windows opens. */
const FOLDER_LENGTH = 100;

/** Names inside the archive: for people, safe for any file system and for a shell between single quotes. */
export const BUNDLE_NAMES = {
  protocol: 'Протокол проверки подписей.html',
  readme: 'Прочтите.txt',
  anchors: 'Сертификаты/Доверенные центры.pem',
} as const;

/** The archive's own name, «Договор … № 15 от 01.09.2026.zip». */
export const archiveName = ({ title }: Pick<BundleRow, 'title'>): string =>
  cleanFileName(`${safe(title)}.zip`, 'документ.zip');

/**
 * The document's folder among others, without what would be cut off by a file system. Of a long title the kind is
 * shortened: the number and the date at its end tell it from others.
 */
export function folderName({ title }: Pick<BundleRow, 'title'>): string {
  const number = title.lastIndexOf(' № ');
  const tail = number < 0 ? '' : title.slice(number);
  const head = title.slice(0, title.length - tail.length);
  const room = Math.max(FOLDER_LENGTH - tail.length, 0);
  const short = head.length > room ? `${head.slice(0, room - 1).trimEnd()}…${tail}` : title;
  return cleanFileName(safe(short).slice(0, FOLDER_LENGTH), 'документ').replace(/[. ]+$/, '') || 'документ';
}

/** Where the signed file lies: at the top, under its own name. */
export const documentName = ({ name }: RevisionFile): string => cleanFileName(safe(name), 'документ');

/** `Подписи/1. получатель — Иванова А. С..sig`, numbered in the order of signing. */
export function signatureName(signature: BundleSignatureRow, index: number): string {
  return `Подписи/${cleanFileName(`${label(signature, index)}.sig`, `${index + 1}.sig`)}`;
}

export function certificateName(signature: BundleSignatureRow, index: number): string {
  return `Сертификаты/${cleanFileName(`${label(signature, index)}.cer`, `${index + 1}.cer`)}`;
}

/** Authorities by number: their names are long and may be alike. */
export const authorityName = (index: number): string => `Сертификаты/Удостоверяющий центр ${index + 1}.cer`;

/** Attachments are told apart by their numbers; they are not signed, and the folder says so. */
export function attachmentName({ name }: RevisionFile, index: number): string {
  return `Вложения (не подписаны)/${cleanFileName(`${index + 1}. ${safe(name)}`, `${index + 1}`)}`;
}

/** One's own signature as a file. */
export function signatureDownloadName(role: BundleSignatureRow['role'], personName: string): string {
  return cleanFileName(`Подпись (${ROLE_WORDS[role]}) — ${safe(personName)}.sig`, 'подпись.sig');
}

function label({ role, person_name: personName }: BundleSignatureRow, index: number): string {
  return `${index + 1}. ${ROLE_WORDS[role]} — ${safe(personName)}`;
}

/** A slash would make a folder, a quote would end a shell's word. */
const safe = (text: string) => text.replace(/['/\\]/g, '_');
