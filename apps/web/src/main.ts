import ui from '@nuxt/ui/vue-plugin';
import { VueQueryPlugin } from '@tanstack/vue-query';
import { createPinia } from 'pinia';
import { createApp } from 'vue';
import App from './app/App.vue';
import { i18n, restoreLanguage } from './app/i18n.js';
import './app/main.css';
import { queryClient } from './app/query-client.js';
import { router } from './app/router.js';
import { startTheme } from './app/theme.js';

startTheme();
await restoreLanguage();

const app = createApp(App);
app.use(createPinia());
app.use(i18n);
app.use(VueQueryPlugin, { queryClient });
app.use(router);
app.use(ui);
app.mount('#app');
