export * from './workflow/index.js';
export * from './access/index.js';
export * from './documents/index.js';
export * from './period-contracts/index.js';
export * from './organizations/index.js';
export * from './notifications/index.js';
export * from './errors/index.js';
export * from './validation/index.js';
