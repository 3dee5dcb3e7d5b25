export { decideMove, guardRefusal, type Movable } from './decide-move.js';
export { movedOn, staleVersion, type Standing } from './refusals.js';
