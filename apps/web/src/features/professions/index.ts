export { default as ProfessionFieldset } from './components/ProfessionFieldset.vue';
export { default as ProposalContent } from './components/ProposalContent.vue';
export { default as ProposalStatusMark } from './components/ProposalStatus.vue';
export { useProfessions } from './api/professions.js';
export { contentOf, fieldsOf } from './model/profession-fields.js';
