export * from './blocks.js';
export * from './conflicts.js';
