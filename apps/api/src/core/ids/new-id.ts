import { randomFillSync } from 'node:crypto';
import { v7 } from 'uuid';

const BYTES = 16;
/** Randomness is asked for in stock: asking for sixteen bytes costs as much as for four thousand. */
const stock = new Uint8Array(256 * BYTES);
let used = stock.length;

let moment = 0;
let sequence = 0;

/** A new id: UUIDv7 of RFC 9562, and of two that this process makes the later one sorts after the earlier. */
export function newId(): string {
  const random = takeRandom();
  const now = Date.now();
  if (now > moment) {
    moment = now;
    // leaves room to count up within the millisecond (RFC 9562, 6.2, method 1)
    sequence = ((random[6]! & 0x7f) << 24) | (random[7]! << 16) | (random[8]! << 8) | random[9]!;
  } else {
    sequence += 1;
  }
  return v7({ random, msecs: moment, seq: sequence });
}

function takeRandom(): Uint8Array {
  if (used === stock.length) {
    randomFillSync(stock);
    used = 0;
  }
  used += BYTES;
  return stock.subarray(used - BYTES, used);
}
