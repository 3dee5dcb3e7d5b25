import { Asn1Error, Asn1LimitError, TAG, type Asn1Node } from './node.js';

/** Limits that keep hostile input cheap: the deepest honest CMS with certificates is about 16 levels. */
export interface ReadLimits {
  readonly maxDepth: number;
  readonly maxNodes: number;
}

export interface ReadOptions extends Partial<ReadLimits> {
  /** Accept BER where signing tools use it: indefinite lengths and constructed strings. Default false: DER. */
  readonly ber?: boolean;
}

const DEFAULT_LIMITS: ReadLimits = { maxDepth: 32, maxNodes: 20_000 };

const CONSTRUCTED = 0x20;
const UNIVERSAL_CONSTRUCTED = new Set<number>([TAG.SEQUENCE, TAG.SET]);
const BER_CONSTRUCTED_STRING = TAG.OCTET_STRING | CONSTRUCTED;

interface Header {
  readonly tag: number;
  readonly contentStart: number;
  /** -1 for an indefinite length. */
  readonly contentEnd: number;
}

/** Reads the header at `at`: single-octet tag, minimal definite length (or 0x80 in BER), within `end`. */
export function readHeader(bytes: Uint8Array, at: number, end: number, ber: boolean): Header {
  if (at + 2 > end) throw new Asn1Error('An element is cut off');
  const tag = bytes[at] ?? 0;
  if ((tag & 0x1f) === 0x1f) throw new Asn1Error('A tag of several octets');
  const first = bytes[at + 1] ?? 0;
  if (first < 0x80) return bounded(tag, at + 2, first, end);
  if (first === 0x80) {
    if (!ber || (tag & CONSTRUCTED) === 0) throw new Asn1Error('An indefinite length where DER is required');
    return { tag, contentStart: at + 2, contentEnd: -1 };
  }
  const octets = first & 0x7f;
  if (octets > 4 || at + 2 + octets > end) throw new Asn1Error('A length is cut off or too long');
  let length = 0;
  for (let index = 0; index < octets; index += 1) length = length * 256 + (bytes[at + 2 + index] ?? 0);
  if (length < 0x80 || length < 256 ** (octets - 1)) throw new Asn1Error('A length is not minimal');
  return bounded(tag, at + 2 + octets, length, end);
}

function bounded(tag: number, contentStart: number, length: number, end: number): Header {
  if (contentStart + length > end) throw new Asn1Error('An element is cut off');
  return { tag, contentStart, contentEnd: contentStart + length };
}

/** A universal type in the wrong form: a primitive SEQUENCE, a constructed INTEGER. */
function assertForm(tag: number, ber: boolean): void {
  if ((tag & 0xc0) !== 0) return;
  const constructed = (tag & CONSTRUCTED) !== 0;
  if (tag === 0 || UNIVERSAL_CONSTRUCTED.has(tag | CONSTRUCTED) !== constructed) {
    if (ber && tag === BER_CONSTRUCTED_STRING) return;
    throw new Asn1Error('A universal type in the wrong form');
  }
}

/** One reading: carries the limits so that the recursion stays small. */
class Reading {
  private nodes = 0;

  constructor(
    private readonly bytes: Uint8Array,
    private readonly ber: boolean,
    private readonly limits: ReadLimits,
  ) {}

  /** Reads the element at `at`, with everything inside it, and says where it ends. */
  element(at: number, end: number, depth: number): { node: Asn1Node; next: number } {
    if (depth > this.limits.maxDepth) throw new Asn1LimitError('Elements are nested too deeply');
    this.nodes += 1;
    if (this.nodes > this.limits.maxNodes) throw new Asn1LimitError('Too many elements');
    const header = readHeader(this.bytes, at, end, this.ber);
    assertForm(header.tag, this.ber);
    const indefinite = header.contentEnd < 0;
    const children: Asn1Node[] = [];
    let cursor = header.contentStart;
    const limit = indefinite ? end : header.contentEnd;
    if ((header.tag & CONSTRUCTED) === 0) {
      cursor = limit;
    } else {
      while (indefinite ? !this.isEndMarker(cursor, end) : cursor < limit) {
        const child = this.element(cursor, limit, depth + 1);
        children.push(child.node);
        cursor = child.next;
      }
    }
    const next = indefinite ? cursor + 2 : cursor;
    const content = this.bytes.subarray(header.contentStart, cursor);
    return { node: { tag: header.tag, raw: this.bytes.subarray(at, next), content, children }, next };
  }

  private isEndMarker(at: number, end: number): boolean {
    if (at + 2 > end) throw new Asn1Error('An indefinite length without its end');
    return this.bytes[at] === 0 && this.bytes[at + 1] === 0;
  }
}

/**
 * Reads the first element of `bytes` and reports where it ends, for callers that judge what follows it.
 *
 * @throws Asn1Error when the bytes are not a well-formed element; Asn1LimitError when they exceed the limits.
 */
export function readFirst(bytes: Uint8Array, options: ReadOptions = {}): { node: Asn1Node; length: number } {
  const limits = { ...DEFAULT_LIMITS, ...options };
  const { node, next } = new Reading(bytes, options.ber ?? false, limits).element(0, bytes.length, 0);
  return { node, length: next };
}

/** Reads exactly one element that fills `bytes`. Throws as `readFirst`, and when something follows. */
export function readExactly(bytes: Uint8Array, options: ReadOptions = {}): Asn1Node {
  const { node, length } = readFirst(bytes, options);
  if (length !== bytes.length) throw new Asn1Error('Data follow the element');
  return node;
}
