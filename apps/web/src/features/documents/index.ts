export { useDocumentCache, useWaitingDocuments, actOnDocument, fetchDocument } from './api/documents.js';
export { mainActionOf } from './model/main-action.js';
export { default as DocumentDeadline } from './components/DocumentDeadline.vue';
