export { FilesModule } from './files.module.js';
export { StoreFile } from './operations/store-file.js';
