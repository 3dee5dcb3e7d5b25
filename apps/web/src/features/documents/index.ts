export type { DocumentRow } from '../../app/api/models.js';
export { useWaitingDocuments } from './api/documents.js';
export { default as DocumentDeadline } from './components/DocumentDeadline.vue';
export { mainActionOf } from './model/main-action.js';
