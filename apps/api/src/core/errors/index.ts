export * from './refusal.js';
export { titleOf } from './texts.js';
export { ProblemFilter } from './problem.filter.js';
