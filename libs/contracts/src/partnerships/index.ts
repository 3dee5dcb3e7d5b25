export * from './partnership.js';
