export * from './transition.js';
export * from './evaluate-transition.js';
export * from './validate-table.js';
export * from './canonical-json.js';
