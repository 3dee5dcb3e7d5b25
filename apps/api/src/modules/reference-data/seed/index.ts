export { insertReferenceData } from './insert-reference-data.js';
