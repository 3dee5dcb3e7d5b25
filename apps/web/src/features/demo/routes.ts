import type { RouteRecordRaw } from 'vue-router';
export const demoRoutes: RouteRecordRaw[] = [];
