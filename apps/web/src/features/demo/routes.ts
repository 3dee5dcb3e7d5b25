import type { RouteRecordRaw } from 'vue-router';

/** Pages that exist only while demo data exist. */
export const demoRoutes: RouteRecordRaw[] = [
  {
    path: 'demo/mail',
    name: 'demo-mail',
    component: () => import('./views/DemoMailView.vue'),
    meta: { title: 'pages.mail', demo: true },
  },
];
