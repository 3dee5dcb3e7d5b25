import type { RouteRecordRaw } from 'vue-router';

/** Doors of the cabinet: the public main page, sign-in, «Войти как», the change of a temporary password. */
export const authRoutes: RouteRecordRaw[] = [
  {
    path: 'welcome',
    name: 'welcome',
    component: () => import('./views/WelcomeView.vue'),
    meta: { title: 'pages.welcome', public: true },
  },
  {
    path: 'login',
    name: 'login',
    component: () => import('./views/LoginView.vue'),
    meta: { title: 'pages.login', public: true },
  },
  {
    path: 'login/org',
    name: 'login-organization',
    component: () => import('./views/OrganizationChoiceView.vue'),
    meta: { title: 'pages.organizationChoice', organizationOptional: true },
  },
  {
    path: 'login/password',
    name: 'password',
    component: () => import('./views/PasswordView.vue'),
    meta: { title: 'pages.password', organizationOptional: true },
  },
];
