export * from './api-docs.js';
export { Cursors } from './cursor.js';
export * from './input-decorators.js';
export { EtagInterceptor, etagOf } from './etag.interceptor.js';
export { InputPipe } from './input.pipe.js';
