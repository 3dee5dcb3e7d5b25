export * from './content.js';
export * from './limits.js';
