import { defineAsyncComponent } from 'vue';

export { default as SignaturesPanel } from './components/SignaturesPanel.vue';

/** Comes with the code that opens keys, only when somebody presses «Подписать». */
export const SigningDialog = defineAsyncComponent(() => import('./components/SigningDialog.vue'));

/** The same for many documents. */
export const BatchSigningDialog = defineAsyncComponent(() => import('./components/BatchSigningDialog.vue'));
