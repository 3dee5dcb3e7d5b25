/** Where one of them lies: bytes are counted from 1, as `substring` counts them. */
export interface BytesPlace {
  readonly from: number;
  readonly length: number;
}

/**
 * Many runs of bytes one after another, as one parameter of a statement. In JSON they would be longer, and read several
 * times before they are written.
 */
export class PackedBytes {
  private readonly runs: Uint8Array[] = [];
  private length = 0;

  add(run: Uint8Array): BytesPlace {
    const place = { from: this.length + 1, length: run.length };
    this.runs.push(run);
    this.length += run.length;
    return place;
  }

  /** The parameter; null where there is nothing. */
  all(): Buffer | null {
    return this.runs.length > 0 ? Buffer.concat(this.runs, this.length) : null;
  }
}
