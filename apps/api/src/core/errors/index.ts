export * from './refusal.js';
export { titleOf } from './texts.js';
export { ProblemFilter, problemOf } from './problem.filter.js';
