export * from './actor.js';
export * from './access.decorator.js';
