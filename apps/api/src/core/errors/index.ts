export * from './refusal.js';
export { violatedConstraint } from './database-faults.js';
export { titleOf } from './texts.js';
export { asRefusal, ProblemFilter, problemOf } from './problem.filter.js';
