import type { Readable } from 'node:stream';

/** What identifies stored bytes: their own hash. */
export interface BlobIdentity {
  /** SHA-256, lower-case hexadecimal. */
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
}

/** A part of a blob, both ends included, as in HTTP's Range. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/**
 * Bytes that have arrived and are hashed but not yet kept: they can be looked into before anybody decides. Whoever
 * stages must end with `keep` or `discard`; what a crash leaves behind is removed by the sweep.
 */
export interface StagedBlob extends BlobIdentity {
  /** Path of the bytes on this machine, for reading only, until kept or discarded. */
  readonly path: string;
  /** Makes the bytes durable under their hash; the same bytes twice are one blob. @throws Refusal `storage_full` */
  keep(): Promise<BlobIdentity>;
  /** Forgets the bytes; harmless after `keep`. */
  discard(): Promise<void>;
}

/**
 * The port of file storage: bytes addressed by their SHA-256, so that a stored file can never change. Who may read
 * what is decided in front of it, by rows that name a hash; the store itself knows no organizations.
 */
export abstract class BlobStore {
  /**
   * Receives a stream into temporary storage, hashing on the way.
   * @throws Refusal `storage_full`; whatever the stream throws. Nothing is left behind in either case.
   */
  abstract stage(content: AsyncIterable<Uint8Array>): Promise<StagedBlob>;

  /** Opens stored bytes, whole or in part. @throws BlobMissing when no such blob is stored */
  abstract open(sha256: string, range?: ByteRange): Promise<Readable>;

  /** Is a blob of this hash stored? */
  abstract exists(sha256: string): Promise<boolean>;

  /** Removes what interrupted uploads left in temporary storage before the instant. @returns how many */
  abstract sweep(before: Date): Promise<number>;

  /** Receives and keeps in one go, for bytes that need no inspection. @throws Refusal `storage_full` */
  async put(content: AsyncIterable<Uint8Array>): Promise<BlobIdentity> {
    const staged = await this.stage(content);
    try {
      return await staged.keep();
    } finally {
      await staged.discard();
    }
  }
}

/** A row names a hash whose bytes are gone: damage to the storage, never a client's mistake. */
export class BlobMissing extends Error {
  constructor(readonly sha256: string) {
    super(`blob ${sha256} is missing`);
    this.name = 'BlobMissing';
  }
}
