import type { RouteRecordRaw } from 'vue-router';

/** The organization's own pages. */
export const organizationRoutes: RouteRecordRaw[] = [
  {
    path: 'organization',
    name: 'profile',
    component: () => import('./views/ProfileView.vue'),
    meta: { title: 'pages.profile', permission: 'organization:read' },
  },
  {
    path: 'organization/employees',
    name: 'employees',
    component: () => import('./views/EmployeesView.vue'),
    meta: { title: 'pages.employees', permission: 'employees:read' },
  },
];
