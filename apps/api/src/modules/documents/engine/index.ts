export { DocumentStore, staleVersion } from './document-store.js';
export { decide } from './decide.js';
export { freeze, titleOf } from './freeze.js';
export { transitionChange, type Change, type ChangeParts } from './change.js';
export { VisibleDocument } from './visible-document.js';
export type * from './projection.js';
