import { join } from 'node:path';
import { Global, Module } from '@nestjs/common';
import { CONFIG, type Config } from '../config/index.js';
import { BlobStore } from './blob-store.js';
import { LocalBlobStore } from './local-blob-store.js';
import { UploadSweep } from './upload-sweep.js';

/** The one place that says where files lie; an adapter for S3 would be chosen here. */
@Global()
@Module({
  providers: [
    {
      provide: BlobStore,
      inject: [CONFIG],
      useFactory: (config: Config) => new LocalBlobStore(join(config.dataDirectory, 'files')),
    },
    UploadSweep,
  ],
  exports: [BlobStore],
})
export class BlobsModule {}
