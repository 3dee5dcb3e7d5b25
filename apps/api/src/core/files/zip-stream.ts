import { finished, type Readable } from 'node:stream';
import { ZipFile } from 'yazl';

/** An archive that is made while it is read: files are opened when their turn comes, and nothing is gathered. */
export class ZipStream {
  private readonly zip = new ZipFile();
  private readonly broken: Promise<never>;

  constructor() {
    this.zip.on('error', (error) => this.fail(error));
    this.broken = new Promise((_, reject) => {
      finished(this.content, (error) => {
        if (error) reject(error);
      });
    });
    this.broken.catch(() => undefined);
  }

  /** The archive's bytes. */
  get content(): Readable {
    return this.zip.outputStream as Readable;
  }

  add(path: string, content: Buffer | string): void {
    this.zip.addBuffer(typeof content === 'string' ? Buffer.from(content, 'utf8') : content, path);
  }

  /**
   * Adds what is opened when its turn comes: everything added before has been read by then.
   * @returns once its turn has come
   * @throws what has ended the archive before that
   */
  addLazily(path: string, size: number, open: () => Promise<Readable>): Promise<void> {
    const reached = new Promise<void>((resolve) => {
      this.zip.addReadStreamLazy(path, { size }, (give) => {
        resolve();
        open().then(
          (stream) => {
            stream.once('error', (error) => this.fail(error));
            give(null, stream);
          },
          (error: unknown) => this.fail(error),
        );
      });
    });
    const turn = Promise.race([reached, this.broken]);
    // whoever does not wait for the turn is told by the content
    turn.catch(() => undefined);
    return turn;
  }

  /** Nothing more is to come. */
  end(): void {
    this.zip.end();
  }

  /** Breaks the archive off: whoever reads it is told why. */
  fail(error: unknown): void {
    this.content.destroy(error instanceof Error ? error : new Error(String(error)));
  }
}
