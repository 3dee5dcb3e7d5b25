/**
 * Encoded beginnings of identifiers that only a GOST container has: the PBE of CryptoPro, the algorithms of
 * ГОСТ Р 34.10/34.11/34.12 (TC 26) and of CryptoPro. The numbers of a subject (ОГРН, СНИЛС) begin otherwise.
 */
const MARKS: readonly (readonly number[])[] = [
  [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x0c, 0x01, 0x50],
  [0x2a, 0x85, 0x03, 0x07, 0x01, 0x01],
  [0x2a, 0x85, 0x03, 0x02, 0x02],
];

const OID_TAG = 0x06;

/** Do the bytes name a GOST algorithm? Looks through the plain parts of a container without opening it. */
export function namesGost(bytes: Uint8Array): boolean {
  return bytes.some((byte, at) => {
    const length = bytes[at + 1] ?? 0;
    return byte === OID_TAG && length < 0x20 && MARKS.some((mark) => startsAt(bytes, at + 2, mark));
  });
}

function startsAt(bytes: Uint8Array, at: number, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[at + index] === byte);
}
