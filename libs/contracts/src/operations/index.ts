export * from './exports.js';
export * from './operation.js';
