export * from './actor.js';
export * from './access.decorator.js';
export * from './read-along.js';
