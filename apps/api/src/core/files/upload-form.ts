import type { IncomingMessage } from 'node:http';
import type { Multipart, MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { invalidField, Refusal } from '../errors/index.js';
import type { BlobStore, StagedBlob } from './blob-store.js';

const MEGABYTE = 1024 * 1024;

/** What boundaries, part headers and fields may add to the files of a form. */
const OVERHEAD = MEGABYTE;

/** After a refusal the rest of the body is read this far and this long, so that the answer reaches the client. */
const LINGER_BYTES = MEGABYTE;
const LINGER_MS = 2_000;

/** A file of a form: its name as sent, its bytes staged. */
export interface UploadedFile {
  readonly name: string;
  readonly blob: StagedBlob;
}

/** What a form may hold. */
export interface UploadRules {
  /** Files by the names of their parts, with the largest size of each in bytes. All are required. */
  readonly files: Readonly<Record<string, number>>;
  /** Names of optional text fields. */
  readonly fields?: readonly string[];
}

/** A form read to its end. The files stay staged until `discard`, or until each is kept. */
export interface UploadForm {
  /** @throws TypeError for a name that the rules do not have */
  file(name: string): UploadedFile;
  readonly fields: Readonly<Partial<Record<string, string>>>;
  discard(): Promise<void>;
}

/**
 * Reads `multipart/form-data`, staging files while they arrive. A file beyond its limit is refused as soon as the
 * limit is passed, before the rest is read (reliability.md F11).
 *
 * @throws Refusal `unsupported_media_type`, `payload_too_large`, `validation_failed`, `storage_full`; nothing staged
 *   is left behind
 */
export async function readUploadForm(
  request: FastifyRequest,
  blobs: BlobStore,
  rules: UploadRules,
): Promise<UploadForm> {
  if (!request.isMultipart()) {
    throw new Refusal('unsupported_media_type', { detail: 'Передайте форму multipart/form-data.' });
  }
  const reading = new FormReading(blobs, rules);
  try {
    assertDeclaredSize(request, rules);
    for await (const part of partsOf(request)) await reading.take(part);
    return reading.finish();
  } catch (error) {
    discardRest(request.raw);
    await reading.discard();
    throw error;
  }
}

/** A form being read, part by part. */
class FormReading implements UploadForm {
  readonly fields: Record<string, string> = {};
  private readonly files = new Map<string, UploadedFile>();

  constructor(
    private readonly blobs: BlobStore,
    private readonly rules: UploadRules,
  ) {}

  async take(part: Multipart): Promise<void> {
    if (part.type === 'field') return this.takeField(part.fieldname, part.value);
    const limit = this.rules.files[part.fieldname];
    if (limit === undefined) throw unknownPart(part.fieldname);
    if (this.files.has(part.fieldname)) {
      throw invalidField(`/${part.fieldname}`, 'repeated', 'Передайте один файл.');
    }
    const blob = await this.blobs.stage(limited(part, limit));
    this.files.set(part.fieldname, { name: part.filename, blob });
  }

  finish(): this {
    const missing = Object.keys(this.rules.files).find((name) => !this.files.has(name));
    if (missing !== undefined) throw invalidField(`/${missing}`, 'is_not_empty', 'Приложите файл.');
    return this;
  }

  file(name: string): UploadedFile {
    const file = this.files.get(name);
    if (!file) throw new TypeError(`the form has no file ${name}`);
    return file;
  }

  async discard(): Promise<void> {
    await Promise.all([...this.files.values()].map(({ blob }) => blob.discard()));
  }

  private takeField(name: string, value: unknown): void {
    if (!this.rules.fields?.includes(name)) throw unknownPart(name);
    if (typeof value === 'string') this.fields[name] = value;
  }
}

const unknownPart = (name: string) =>
  invalidField(`/${name.slice(0, 100)}`, 'unknown_field', 'Такого поля нет.');

/** The size of a request is usually declared: what cannot fit is refused before its first byte is read. */
function assertDeclaredSize(request: FastifyRequest, { files }: UploadRules): void {
  const room = Object.values(files).reduce((sum, limit) => sum + limit, OVERHEAD);
  const declared = Number(request.headers['content-length'] ?? 0);
  if (declared > room) throw tooLarge(Math.max(...Object.values(files)));
}

/** The parts in their order; what the parser cannot read is the client's mistake. */
async function* partsOf(request: FastifyRequest): AsyncGenerator<Multipart> {
  const parts = request.parts({ limits: { fileSize: Infinity } })[Symbol.asyncIterator]();
  for (;;) {
    const next = await parts.next().catch((error: unknown) => {
      throw malformed(error);
    });
    if (next.done === true) return;
    yield next.value;
  }
}

/** The bytes of one file, counted. @throws Refusal `payload_too_large` with the first byte too many */
async function* limited({ file }: MultipartFile, limit: number): AsyncGenerator<Uint8Array> {
  let size = 0;
  const chunks = (file as AsyncIterable<Uint8Array>)[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await chunks.next().catch((error: unknown) => {
        throw malformed(error);
      });
      if (next.done === true) return;
      size += next.value.length;
      if (size > limit) throw tooLarge(limit);
      yield next.value;
    }
  } finally {
    file.destroy();
  }
}

function tooLarge(limit: number): Refusal {
  return new Refusal('payload_too_large', {
    detail: `Файл больше допустимого: не более ${Math.floor(limit / MEGABYTE)} МБ.`,
    extras: { limit },
  });
}

function malformed(cause: unknown): Refusal {
  return new Refusal('validation_failed', {
    errors: [{ pointer: '', code: 'malformed_multipart', detail: 'Форма multipart/form-data повреждена.' }],
    cause,
  });
}

/**
 * Lets the client, who may still be sending, read the answer: a socket closed under its writing would lose it. Past
 * the bounds the connection is cut.
 */
function discardRest(body: IncomingMessage): void {
  if (body.complete || body.destroyed) return;
  let seen = 0;
  const cut = setTimeout(() => body.destroy(), LINGER_MS).unref();
  body.unpipe();
  body.on('data', (chunk: Uint8Array) => {
    seen += chunk.length;
    if (seen > LINGER_BYTES) body.pause();
  });
  body.once('end', () => clearTimeout(cut));
  body.once('close', () => clearTimeout(cut));
  body.resume();
}
