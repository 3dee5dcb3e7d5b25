import { Injectable } from '@nestjs/common';
import { IMPORT_LIMITS } from '@praktika/contracts';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../../core/access/index.js';
import { BlobStore, readUploadForm } from '../../core/files/index.js';
import { StoreFile, type StoredFileDto } from '../files/index.js';

/** Tables as they are uploaded to be imported. */
@Injectable()
export class ImportSource {
  constructor(
    private readonly blobs: BlobStore,
    private readonly files: StoreFile,
  ) {}

  /** @throws Refusal what `readUploadForm` does; `file_rejected`, `storage_full` */
  async keep(actor: Actor, request: FastifyRequest): Promise<StoredFileDto> {
    const form = await readUploadForm(request, this.blobs, { files: { file: IMPORT_LIMITS.size } });
    try {
      const { blob, name } = form.file('file');
      return await this.files.table(actor, blob, name);
    } finally {
      await form.discard();
    }
  }
}
