/** More than any installation has at once; past it everything is read again. */
const MAX_ENTRIES = 2_000;

/** Parsed certificates or revocation lists by their hash: a large list takes a fifth of a second to parse. */
export class ParsedCache<Parsed> {
  private entries = new Map<string, Parsed>();

  constructor(private readonly parse: (der: Uint8Array) => Parsed) {}

  /** Hashes whose bytes need not be fetched again. */
  hashes(): readonly string[] {
    if (this.entries.size > MAX_ENTRIES) this.entries = new Map();
    return [...this.entries.keys()];
  }

  /** @param der needed when the hash is new here */
  get(sha256: string, der: Uint8Array | null): Parsed {
    const known = this.entries.get(sha256);
    if (known !== undefined) return known;
    if (der === null) throw new TypeError(`the bytes of ${sha256} were not fetched`);
    const parsed = this.parse(Uint8Array.from(der));
    this.entries.set(sha256, parsed);
    return parsed;
  }
}
