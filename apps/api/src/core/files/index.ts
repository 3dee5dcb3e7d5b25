export { BlobStore, type StagedBlob } from './blob-store.js';
export { BlobsModule } from './blobs.module.js';
export { flushFolder, writeFlushed } from './durable-file.js';
export { cleanFileName, extensionOf } from './file-name.js';
export { downloadHeaders, sendBlob, type Download } from './send-blob.js';
export { readUploadForm, type UploadForm, type UploadRules } from './upload-form.js';
export { isFileSystemFault, storageFault } from './storage-faults.js';
export { ZipStream } from './zip-stream.js';
