export * from './blocks.js';
export * from './conflicts.js';
export * from './places.js';
