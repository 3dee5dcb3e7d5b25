import { createRouter, createWebHistory } from 'vue-router';
import { apiTokenRoutes } from '../features/api-tokens/routes.js';
import { applicationRoutes } from '../features/applications/routes.js';
import { authRoutes } from '../features/auth/routes.js';
import { demoRoutes } from '../features/demo/routes.js';
import { documentRoutes } from '../features/documents/routes.js';
import { homeRoutes } from '../features/home/routes.js';
import { importRoutes } from '../features/imports/routes.js';
import { listingRoutes, publicListingRoutes } from '../features/listings/routes.js';
import { moderationRoutes } from '../features/moderation/routes.js';
import { notificationRoutes } from '../features/notifications/routes.js';
import { operationRoutes } from '../features/operations/routes.js';
import { organizationRoutes } from '../features/organization/routes.js';
import { partnerRoutes } from '../features/partners/routes.js';
import { professionRoutes } from '../features/professions/routes.js';
import { savedSearchRoutes } from '../features/saved-searches/routes.js';
import { settingsRoutes } from '../features/settings/routes.js';
import { setupRoutes } from '../features/setup/routes.js';
import { signatureRoutes } from '../features/signatures/routes.js';
import { announcePage } from './announce-page.js';
import { guard } from './guard.js';
import { withCabinetTexts } from './i18n.js';
import { followNewRelease } from './new-release.js';

/** Where a route's component is drawn: inside the cabinet's menu, or on the public page. */
export const router = createRouter({
  history: createWebHistory(),
  scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
  routes: [
    {
      path: '/',
      component: withCabinetTexts(() => import('./layouts/CabinetLayout.vue')),
      children: [
        ...homeRoutes,
        ...documentRoutes,
        ...applicationRoutes,
        ...partnerRoutes,
        ...listingRoutes,
        ...professionRoutes,
        ...moderationRoutes,
        ...importRoutes,
        ...notificationRoutes,
        ...operationRoutes,
        ...organizationRoutes,
        ...apiTokenRoutes,
        ...demoRoutes,
        ...savedSearchRoutes,
        ...settingsRoutes,
        {
          path: 'forbidden',
          name: 'forbidden',
          component: () => import('./views/ForbiddenView.vue'),
          meta: { title: 'pages.forbidden', organizationOptional: true },
        },
      ],
    },
    {
      path: '/',
      component: () => import('./layouts/PublicLayout.vue'),
      children: [
        ...authRoutes,
        ...setupRoutes,
        ...signatureRoutes,
        ...publicListingRoutes,
        {
          path: ':rest(.*)*',
          name: 'not-found',
          component: () => import('./views/NotFoundView.vue'),
          meta: { title: 'pages.notFound', public: true },
        },
      ],
    },
  ],
});

router.beforeEach(guard);
router.afterEach((to, from) => announcePage(to, from));
followNewRelease(router);
