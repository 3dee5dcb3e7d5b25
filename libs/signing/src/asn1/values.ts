import { concat } from '../bytes.js';
import { Asn1Error, TAG, type Asn1Node } from './node.js';

/** The node itself when it has the tag; anything else is a broken structure. */
export function expectTag(node: Asn1Node | undefined, tag: number): Asn1Node {
  if (node?.tag !== tag) throw new Asn1Error('Another element is expected here');
  return node;
}

/** Children of a SEQUENCE. */
export function sequenceOf(node: Asn1Node | undefined): readonly Asn1Node[] {
  return expectTag(node, TAG.SEQUENCE).children;
}

/** Walks the children of a structure with optional parts, in order; `end` insists that all were taken. */
export class Fields {
  private at = 0;

  constructor(private readonly nodes: readonly Asn1Node[]) {}

  next(tag?: number): Asn1Node {
    const node = this.nodes[this.at];
    if (!node) throw new Asn1Error('An element is missing');
    if (tag !== undefined) expectTag(node, tag);
    this.at += 1;
    return node;
  }

  optional(...tags: readonly number[]): Asn1Node | undefined {
    const node = this.nodes[this.at];
    if (!node || !tags.includes(node.tag)) return undefined;
    this.at += 1;
    return node;
  }

  end(): void {
    if (this.at !== this.nodes.length) throw new Asn1Error('Unexpected elements');
  }
}

/** Dotted form of an OBJECT IDENTIFIER. */
export function oidValue(node: Asn1Node | undefined): string {
  return decodeOid(expectTag(node, TAG.OID).content);
}

export function decodeOid(content: Uint8Array): string {
  const arcs: number[] = [];
  let value = 0;
  let fresh = true;
  for (const byte of content) {
    if (fresh && byte === 0x80) throw new Asn1Error('An object identifier is not minimal');
    value = value * 128 + (byte & 0x7f);
    if (value > Number.MAX_SAFE_INTEGER / 128) throw new Asn1Error('An object identifier is too large');
    fresh = (byte & 0x80) === 0;
    if (!fresh) continue;
    arcs.push(value);
    value = 0;
  }
  const [first] = arcs;
  if (!fresh || first === undefined) throw new Asn1Error('An object identifier is cut off');
  const top = Math.min(2, Math.floor(first / 40));
  return [top, first - top * 40, ...arcs.slice(1)].join('.');
}

/** Content octets of a minimal INTEGER: an identity good for comparing serial numbers. */
export function integerBytes(node: Asn1Node | undefined): Uint8Array {
  return minimalInteger(expectTag(node, TAG.INTEGER).content);
}

export function minimalInteger(content: Uint8Array): Uint8Array {
  const [first, second] = content;
  if (first === undefined) throw new Asn1Error('An empty integer');
  if (second !== undefined && ((first === 0 && second < 0x80) || (first === 0xff && second >= 0x80))) {
    throw new Asn1Error('An integer is not minimal');
  }
  return content;
}

/** A small non-negative INTEGER or ENUMERATED. */
export function smallInteger(content: Uint8Array): number {
  if (content.length === 0 || content.length > 4 || (content[0] ?? 0) >= 0x80) {
    throw new Asn1Error('An integer is out of range');
  }
  return content.reduce((value, byte) => value * 256 + byte, 0);
}

export function booleanValue(node: Asn1Node | undefined): boolean {
  const { content } = expectTag(node, TAG.BOOLEAN);
  if (content.length !== 1 || (content[0] !== 0 && content[0] !== 0xff))
    throw new Asn1Error('A broken boolean');
  return content[0] === 0xff;
}

/** Bytes of a BIT STRING of whole octets (keys and signatures are). */
export function bitStringBytes(node: Asn1Node | undefined): Uint8Array {
  const { content } = expectTag(node, TAG.BIT_STRING);
  if (content[0] !== 0) throw new Asn1Error('A bit string of odd length');
  return content.subarray(1);
}

/** Numbers of the set bits of a named bit list, such as keyUsage. */
export function namedBits(node: Asn1Node | undefined): ReadonlySet<number> {
  const { content } = expectTag(node, TAG.BIT_STRING);
  const unused = content[0] ?? 8;
  if (unused > 7 || (unused > 0 && content.length === 1)) throw new Asn1Error('A broken bit string');
  const set = new Set<number>();
  for (let bit = 0; bit < (content.length - 1) * 8 - unused; bit += 1) {
    if (((content[1 + (bit >> 3)] ?? 0) & (0x80 >> (bit & 7))) !== 0) set.add(bit);
  }
  return set;
}

/** Bytes of an OCTET STRING, joined when BER split it. */
export function octetStringBytes(node: Asn1Node | undefined): Uint8Array {
  if (node?.tag !== (TAG.OCTET_STRING | 0x20)) return expectTag(node, TAG.OCTET_STRING).content;
  return concat(...node.children.map((part) => octetStringBytes(part)));
}

/** UTCTime or GeneralizedTime of the RFC 5280 profile: seconds present, Zulu. */
export function timeValue(node: Asn1Node | undefined): Date {
  if (!node) throw new Asn1Error('A time is missing');
  return new Date(timeOfContent(node.tag, node.content));
}

/** Milliseconds since the epoch of the content of a time element. */
export function timeOfContent(tag: number, content: Uint8Array): number {
  const yearDigits = tag === TAG.UTC_TIME ? 2 : 4;
  if (tag !== TAG.UTC_TIME && tag !== TAG.GENERALIZED_TIME) throw new Asn1Error('A time is expected');
  if (content.length !== yearDigits + 11 || content[yearDigits + 10] !== 0x5a)
    throw new Asn1Error('A broken time');
  const number = (at: number, count: number) => {
    let value = 0;
    for (let index = at; index < at + count; index += 1) {
      const digit = (content[index] ?? 0) - 0x30;
      if (digit < 0 || digit > 9) throw new Asn1Error('A broken time');
      value = value * 10 + digit;
    }
    return value;
  };
  const short = number(0, yearDigits);
  const year = yearDigits === 4 ? short : short + (short < 50 ? 2000 : 1900);
  const [month, day] = [number(yearDigits, 2), number(yearDigits + 2, 2)];
  const [hour, minute, second] = [
    number(yearDigits + 4, 2),
    number(yearDigits + 6, 2),
    number(yearDigits + 8, 2),
  ];
  const time = Date.UTC(year, month - 1, day, hour, minute, second);
  const back = new Date(time);
  if (
    back.getUTCDate() !== day ||
    back.getUTCMonth() !== month - 1 ||
    hour > 23 ||
    minute > 59 ||
    second > 59
  ) {
    throw new Asn1Error('A date that does not exist');
  }
  return time;
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Text of any string type a certificate may use in a name. */
export function stringValue(node: Asn1Node): string {
  switch (node.tag) {
    case TAG.UTF8_STRING:
      return decodeUtf8(node.content);
    case TAG.NUMERIC_STRING:
    case TAG.PRINTABLE_STRING:
    case TAG.IA5_STRING:
    case TAG.TELETEX_STRING:
      return Array.from(node.content, (byte) => String.fromCharCode(byte)).join('');
    case TAG.BMP_STRING:
      return wideString(node.content, 2);
    case TAG.UNIVERSAL_STRING:
      return wideString(node.content, 4);
    default:
      throw new Asn1Error('A string is expected');
  }
}

function decodeUtf8(content: Uint8Array): string {
  try {
    return utf8.decode(content);
  } catch {
    throw new Asn1Error('A broken UTF-8 string');
  }
}

function wideString(content: Uint8Array, width: 2 | 4): string {
  if (content.length % width !== 0) throw new Asn1Error('A broken wide string');
  let text = '';
  for (let at = 0; at < content.length; at += width) {
    const unit = content.subarray(at, at + width).reduce((value, byte) => value * 256 + byte, 0);
    if (unit > 0x10ffff) throw new Asn1Error('A broken wide string');
    text += width === 2 ? String.fromCharCode(unit) : String.fromCodePoint(unit);
  }
  return text;
}
