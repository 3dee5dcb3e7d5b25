export * from './changes.js';
export * from './effective-terms.js';
export * from './terms.js';
