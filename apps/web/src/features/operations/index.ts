export { cancelOperation, useOperation, useOperationCache, useOperationItems } from './api/operations.js';
export { default as OperationProgress } from './components/OperationProgress.vue';
