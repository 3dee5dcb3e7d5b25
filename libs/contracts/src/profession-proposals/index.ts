export * from './actions.js';
export * from './facts.js';
export * from './guard-texts.js';
export * from './history.js';
export * from './status.js';
export * from './transitions.js';
