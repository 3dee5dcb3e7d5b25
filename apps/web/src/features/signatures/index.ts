import { defineAsyncComponent } from 'vue';

export { default as SignaturesPanel } from './components/SignaturesPanel.vue';

/** Comes with the code that opens keys, only when somebody presses «Подписать». */
export const SigningDialog = defineAsyncComponent(() => import('./components/SigningDialog.vue'));
