import type { RouteRecordRaw } from 'vue-router';
export const settingsRoutes: RouteRecordRaw[] = [];
