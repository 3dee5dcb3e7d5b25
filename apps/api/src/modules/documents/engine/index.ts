export { commitActor, DOCUMENT_ALONG, DocumentStore, staleVersion } from './document-store.js';
export { consequences } from './consequences.js';
export { decide } from './decide.js';
export { judge } from './judge.js';
export { freeze, titleOf } from './freeze.js';
export type { Verb } from './verb.js';
export { asParameters, transitionChange, type Change, type ChangeParts } from './change.js';
export { isRemindedToday, VisibleDocument } from './visible-document.js';
export type * from './projection.js';
