export { BlobMissing, BlobStore, type BlobIdentity, type ByteRange, type StagedBlob } from './blob-store.js';
export { BlobsModule } from './blobs.module.js';
export { LocalBlobStore } from './local-blob-store.js';
export { attachmentHeader, cleanFileName, extensionOf } from './file-name.js';
export { downloadHeaders, sendBlob, type Download } from './send-blob.js';
export { readUploadForm, type UploadedFile, type UploadForm, type UploadRules } from './upload-form.js';
