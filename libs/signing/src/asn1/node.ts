/** Tag octets used by certificates, revocation lists and CMS. Context tags: `context(0)` is [0] constructed. */
export const TAG = {
  BOOLEAN: 0x01,
  INTEGER: 0x02,
  BIT_STRING: 0x03,
  OCTET_STRING: 0x04,
  NULL: 0x05,
  OID: 0x06,
  ENUMERATED: 0x0a,
  UTF8_STRING: 0x0c,
  NUMERIC_STRING: 0x12,
  PRINTABLE_STRING: 0x13,
  TELETEX_STRING: 0x14,
  IA5_STRING: 0x16,
  UTC_TIME: 0x17,
  GENERALIZED_TIME: 0x18,
  UNIVERSAL_STRING: 0x1c,
  BMP_STRING: 0x1e,
  SEQUENCE: 0x30,
  SET: 0x31,
} as const;

/** The tag octet of a context-specific constructed element: `[number] { … }`. */
export const context = (number: number): number => 0xa0 | number;

/** The tag octet of a context-specific primitive element: `[number] IMPLICIT` over a primitive type. */
export const contextPrimitive = (number: number): number => 0x80 | number;

/** One element of an encoding; all offsets are into the bytes it was read from, nothing is copied. */
export interface Asn1Node {
  readonly tag: number;
  /** The whole element, tag and length included. */
  readonly raw: Uint8Array;
  /** The content octets; of an indefinite-length element without its end marker. */
  readonly content: Uint8Array;
  /** Elements inside; empty for a primitive one. */
  readonly children: readonly Asn1Node[];
}

/** The bytes are not the ASN.1 structure they should be. */
export class Asn1Error extends Error {
  override readonly name: string = 'Asn1Error';
}

/** The bytes exceed a limit that protects the reader: depth or number of elements. */
export class Asn1LimitError extends Asn1Error {
  override readonly name = 'Asn1LimitError';
}
