export * from './api-docs.js';
export { Cursors } from './cursor.js';
export * from './input-decorators.js';
export { LargeBody } from './large-body.js';
export { LongList } from './long-list.js';
export { RequestQuota } from './request-quota.js';
export { CountDto, countDto, limitedCount } from './limited-count.js';
