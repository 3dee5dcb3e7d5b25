import type { FileHandle } from 'node:fs/promises';
import { readAt } from './read-at.js';
import { PNG } from './media-types.js';
import { rejectedFile } from './rejection.js';

/** 40 megapixels: an A2 scan at 300 dpi is 35 (reliability.md T9). */
const MAX_PIXELS = 40_000_000;

/** Segments of a JPEG that may stand before its frame header; a real one has a dozen. */
const MAX_SEGMENTS = 200;

interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * Reads an image's declared size without decoding it: a small file may claim a huge picture.
 * @throws Refusal `file_rejected`
 */
export async function assertImageSize(file: FileHandle, size: number, type: string): Promise<void> {
  const image = type === PNG ? await pngSize(file) : await jpegSize(file, size);
  if (image.width === 0 || image.height === 0) throw rejectedFile('damaged');
  if (image.width * image.height > MAX_PIXELS) throw rejectedFile('image_too_large');
}

/** The IHDR chunk is always the first. */
async function pngSize(file: FileHandle): Promise<Size> {
  const head = await readAt(file, 0, 24);
  if (head.length < 24 || head.toString('latin1', 12, 16) !== 'IHDR') throw rejectedFile('damaged');
  return { width: head.readUInt32BE(16), height: head.readUInt32BE(20) };
}

/** Walks the segments to the frame header (SOF0–SOF15 without DHT, JPG and DAC). */
async function jpegSize(file: FileHandle, size: number): Promise<Size> {
  let position = 2;
  for (let count = 0; count < MAX_SEGMENTS && position < size; count += 1) {
    const segment = await readAt(file, position, 9);
    if (segment.length < 4 || segment[0] !== 0xff) break;
    const marker = segment[1] ?? 0;
    if (marker === 0xff) {
      position += 1;
      continue;
    }
    if (isFrame(marker)) {
      if (segment.length < 9) break;
      return { height: segment.readUInt16BE(5), width: segment.readUInt16BE(7) };
    }
    position += 2 + segment.readUInt16BE(2);
  }
  throw rejectedFile('damaged');
}

function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}
