import { Asn1Error, TAG, type Asn1Node } from '../asn1/node.js';
import { readExactly } from '../asn1/reader.js';
import {
  Fields,
  booleanValue,
  namedBits,
  oidValue,
  octetStringBytes,
  sequenceOf,
  smallInteger,
} from '../asn1/values.js';

/** An extension of a certificate or a revocation list (RFC 5280 §4.2). */
export interface Extension {
  readonly oid: string;
  readonly critical: boolean;
  /** DER inside the extension's OCTET STRING. */
  readonly value: Uint8Array;
}

/** Bits of keyUsage by their place in the extension. */
export const KEY_USAGE = { digitalSignature: 0, keyCertSign: 5, cRLSign: 6 } as const;

/** @throws Asn1Error on a broken list or a repeated extension. */
export function parseExtensions(node: Asn1Node | undefined): ReadonlyMap<string, Extension> {
  const extensions = new Map<string, Extension>();
  for (const item of sequenceOf(node)) {
    const fields = new Fields(sequenceOf(item));
    const oid = oidValue(fields.next());
    const flag = fields.optional(TAG.BOOLEAN);
    const value = octetStringBytes(fields.next(TAG.OCTET_STRING));
    fields.end();
    if (extensions.has(oid)) throw new Asn1Error('An extension is repeated');
    extensions.set(oid, { oid, critical: flag !== undefined && booleanValue(flag), value });
  }
  return extensions;
}

export interface BasicConstraints {
  readonly ca: boolean;
  /** How many intermediate certificates may stand below; undefined = any number. */
  readonly pathLength?: number;
}

export function parseBasicConstraints(value: Uint8Array): BasicConstraints {
  const fields = new Fields(sequenceOf(readExactly(value)));
  const ca = fields.optional(TAG.BOOLEAN);
  const length = fields.optional(TAG.INTEGER);
  fields.end();
  return { ca: ca !== undefined && booleanValue(ca), pathLength: length && smallInteger(length.content) };
}

export function parseKeyUsage(value: Uint8Array): ReadonlySet<number> {
  return namedBits(readExactly(value));
}
