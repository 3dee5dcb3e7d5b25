import { compareBytes, concat } from '../bytes.js';
import { TAG, context, contextPrimitive } from './node.js';

/** DER, built from the inside out: every function returns a complete element. */

type Bytes = Uint8Array<ArrayBuffer>;

/** One element with the given tag octet. */
export function element(tag: number, ...content: readonly Uint8Array[]): Bytes {
  const body = concat(...content);
  return concat(Uint8Array.of(tag), lengthOctets(body.length), body);
}

function lengthOctets(length: number): Uint8Array {
  if (length < 0x80) return Uint8Array.of(length);
  const octets: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) octets.unshift(rest % 256);
  return Uint8Array.of(0x80 | octets.length, ...octets);
}

export const sequence = (...items: readonly Uint8Array[]): Bytes => element(TAG.SEQUENCE, ...items);

/** SET OF in the order DER demands. */
export const setOf = (...items: readonly Uint8Array[]): Bytes =>
  element(TAG.SET, ...items.toSorted((left, right) => compareBytes(left, right)));

/** `[number] EXPLICIT`, or `[number] IMPLICIT` over a constructed type when given its content. */
export const tagged = (number: number, ...content: readonly Uint8Array[]): Bytes =>
  element(context(number), ...content);

/** `[number] IMPLICIT` over a primitive type. */
export const taggedPrimitive = (number: number, content: Uint8Array): Bytes =>
  element(contextPrimitive(number), content);

/** A non-negative INTEGER from its big-endian magnitude. */
export function unsignedInteger(magnitude: Uint8Array): Bytes {
  const start = magnitude.findIndex((byte) => byte !== 0);
  const body = start < 0 ? Uint8Array.of(0) : magnitude.subarray(start);
  return element(TAG.INTEGER, ...((body[0] ?? 0) >= 0x80 ? [Uint8Array.of(0), body] : [body]));
}

/** A small non-negative INTEGER. */
export function integer(value: number): Bytes {
  const octets: number[] = [];
  for (let rest = value; rest > 0; rest = Math.floor(rest / 256)) octets.unshift(rest % 256);
  return unsignedInteger(Uint8Array.from(octets));
}

export const boolean = (value: boolean): Bytes => element(TAG.BOOLEAN, Uint8Array.of(value ? 0xff : 0));

export const nullValue = (): Bytes => element(TAG.NULL);

export const octetString = (content: Uint8Array): Bytes => element(TAG.OCTET_STRING, content);

/** A BIT STRING of whole octets. */
export const bitString = (content: Uint8Array): Bytes => element(TAG.BIT_STRING, Uint8Array.of(0), content);

/** A named bit list, such as keyUsage, without trailing zero bits. */
export function bitList(bits: readonly number[]): Bytes {
  const last = Math.max(...bits);
  const octets = new Uint8Array((last >> 3) + 1);
  for (const bit of bits) octets[bit >> 3] = (octets[bit >> 3] ?? 0) | (0x80 >> (bit & 7));
  return element(TAG.BIT_STRING, Uint8Array.of(7 - (last & 7)), octets);
}

export function oid(dotted: string): Bytes {
  const [top = 0, second = 0, ...arcs] = dotted.split('.').map(Number);
  return element(TAG.OID, ...[top * 40 + second, ...arcs].map(base128));
}

function base128(arc: number): Uint8Array {
  const octets = [arc % 128];
  for (let rest = Math.floor(arc / 128); rest > 0; rest = Math.floor(rest / 128))
    octets.unshift(0x80 | (rest % 128));
  return Uint8Array.from(octets);
}

const utf8 = new TextEncoder();

export const utf8String = (text: string): Bytes => element(TAG.UTF8_STRING, utf8.encode(text));

/** A string of ASCII characters under the given string tag. */
export const asciiString = (tag: number, text: string): Bytes => element(tag, utf8.encode(text));

/** UTCTime until 2049, GeneralizedTime after, as RFC 5280 and RFC 5652 demand; whole seconds, UTC. */
export function time(instant: Date): Bytes {
  const digits = instant.toISOString().replace(/\D/g, '').slice(0, 14);
  const year = instant.getUTCFullYear();
  return year >= 1950 && year < 2050
    ? asciiString(TAG.UTC_TIME, `${digits.slice(2)}Z`)
    : asciiString(TAG.GENERALIZED_TIME, `${digits}Z`);
}
