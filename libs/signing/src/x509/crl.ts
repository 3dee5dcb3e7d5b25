import { Asn1Error, TAG, context, type Asn1Node } from '../asn1/node.js';
import { readExactly, readHeader } from '../asn1/reader.js';
import { bitStringBytes, integerBytes, minimalInteger, smallInteger, timeOfContent } from '../asn1/values.js';
import { equalBytes, toHex } from '../bytes.js';
import { OID } from '../oids.js';
import { parseExtensions, type Extension } from './extensions.js';
import { parseName, type DistinguishedName } from './name.js';

/** CRLReason that ends a hold: the certificate is good again. */
export const REMOVE_FROM_CRL = 8;

/** A line of a revocation list. */
export interface RevokedEntry {
  readonly date: Date;
  /** CRLReason of RFC 5280 §5.3.1; 0 when the list gives none. */
  readonly reason: number;
}

/** A parsed revocation list; byte fields are views into `der`. */
export interface CertificateRevocationList {
  readonly der: Uint8Array;
  readonly tbs: Uint8Array;
  readonly issuer: DistinguishedName;
  readonly thisUpdate: Date;
  /** Absent in lists that never promise the next one: such a list is never fresh. */
  readonly nextUpdate?: Date;
  readonly signatureAlgorithm: Asn1Node;
  readonly signature: Uint8Array;
  /** Lower-case hexadecimal, when the list is numbered. */
  readonly number?: string;
  /** By serial number: lower-case hexadecimal of the INTEGER's content. */
  readonly revoked: ReadonlyMap<string, RevokedEntry>;
  /** A critical extension this reader does not know: a delta, indirect or partitioned list. Not to be relied on. */
  readonly unknownCritical: boolean;
}

/** Walks sibling elements by offsets only: a list may hold hundreds of thousands of entries. */
class Cursor {
  constructor(
    readonly bytes: Uint8Array,
    private at: number,
    private readonly end: number,
  ) {}

  get done(): boolean {
    return this.at >= this.end;
  }

  peek(): number {
    return this.done ? -1 : (this.bytes[this.at] ?? -1);
  }

  /** The next element as a span; it must have the tag when one is given. */
  take(tag?: number): Span {
    const { tag: found, contentStart, contentEnd } = readHeader(this.bytes, this.at, this.end, false);
    if (tag !== undefined && found !== tag) throw new Asn1Error('Another element is expected here');
    const span = { tag: found, start: this.at, contentStart, end: contentEnd };
    this.at = contentEnd;
    return span;
  }

  inside(span: Span): Cursor {
    return new Cursor(this.bytes, span.contentStart, span.end);
  }

  raw(span: Span): Uint8Array {
    return this.bytes.subarray(span.start, span.end);
  }

  content(span: Span): Uint8Array {
    return this.bytes.subarray(span.contentStart, span.end);
  }

  finish(): void {
    if (!this.done) throw new Asn1Error('Unexpected elements');
  }
}

interface Span {
  readonly tag: number;
  readonly start: number;
  readonly contentStart: number;
  readonly end: number;
}

/**
 * Reads one X.509 revocation list, strictly DER, in time linear in its size.
 *
 * @throws Asn1Error when the bytes are not a revocation list.
 */
export function parseCrl(der: Uint8Array): CertificateRevocationList {
  const file = new Cursor(der, 0, der.length);
  const outer = file.inside(file.take(TAG.SEQUENCE));
  file.finish();
  const tbs = outer.take(TAG.SEQUENCE);
  const signatureAlgorithm = readExactly(outer.raw(outer.take(TAG.SEQUENCE)));
  const signature = bitStringBytes(readExactly(outer.raw(outer.take(TAG.BIT_STRING))));
  outer.finish();

  const fields = outer.inside(tbs);
  if (fields.peek() === TAG.INTEGER) fields.take();
  if (!equalBytes(fields.raw(fields.take(TAG.SEQUENCE)), signatureAlgorithm.raw)) {
    throw new Asn1Error('The two signature algorithms of a revocation list differ');
  }
  const issuer = parseName(readExactly(fields.raw(fields.take(TAG.SEQUENCE))));
  const thisUpdate = takeTime(fields);
  const nextUpdate = isTime(fields.peek()) ? takeTime(fields) : undefined;
  const entries = fields.peek() === TAG.SEQUENCE ? fields.inside(fields.take()) : undefined;
  const { revoked, unknownCritical } = entries ? readEntries(entries) : NO_ENTRIES;
  const extensions =
    fields.peek() === context(0) ? readExtensions(fields.inside(fields.take())) : NO_EXTENSIONS;
  fields.finish();
  const number = extensions.get(OID.crlNumber);

  return {
    der,
    tbs: outer.raw(tbs),
    issuer,
    thisUpdate,
    nextUpdate,
    signatureAlgorithm,
    signature,
    number: number && toHex(integerBytes(readExactly(number.value))),
    revoked,
    unknownCritical: unknownCritical || [...extensions.values()].some(isUnknownCritical),
  };
}

const NO_ENTRIES = { revoked: new Map<string, RevokedEntry>(), unknownCritical: false };
const NO_EXTENSIONS: ReadonlyMap<string, Extension> = new Map();
const KNOWN = new Set<string>([OID.crlNumber, OID.authorityKeyIdentifier, OID.reasonCode]);

const isUnknownCritical = (extension: Extension) => extension.critical && !KNOWN.has(extension.oid);
const isTime = (tag: number) => tag === TAG.UTC_TIME || tag === TAG.GENERALIZED_TIME;

function takeTime(cursor: Cursor): Date {
  const span = cursor.take();
  return new Date(timeOfContent(span.tag, cursor.content(span)));
}

function readExtensions(cursor: Cursor): ReadonlyMap<string, Extension> {
  const extensions = parseExtensions(readExactly(cursor.raw(cursor.take(TAG.SEQUENCE))));
  cursor.finish();
  return extensions;
}

function readEntries(list: Cursor): { revoked: Map<string, RevokedEntry>; unknownCritical: boolean } {
  const revoked = new Map<string, RevokedEntry>();
  let unknownCritical = false;
  while (!list.done) {
    const entry = list.inside(list.take(TAG.SEQUENCE));
    const serial = toHex(minimalInteger(entry.content(entry.take(TAG.INTEGER))));
    const date = takeTime(entry);
    let reason = 0;
    if (!entry.done) {
      const extensions = parseExtensions(readExactly(entry.raw(entry.take(TAG.SEQUENCE))));
      unknownCritical ||= [...extensions.values()].some(isUnknownCritical);
      reason = reasonOf(extensions);
    }
    entry.finish();
    if (reason !== REMOVE_FROM_CRL || !revoked.has(serial)) revoked.set(serial, { date, reason });
  }
  return { revoked, unknownCritical };
}

function reasonOf(extensions: ReadonlyMap<string, Extension>): number {
  const extension = extensions.get(OID.reasonCode);
  if (!extension) return 0;
  const node = readExactly(extension.value);
  if (node.tag !== TAG.ENUMERATED) throw new Asn1Error('A broken revocation reason');
  return smallInteger(node.content);
}
