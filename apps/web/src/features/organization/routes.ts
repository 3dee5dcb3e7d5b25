import type { RouteRecordRaw } from 'vue-router';
export const organizationRoutes: RouteRecordRaw[] = [];
