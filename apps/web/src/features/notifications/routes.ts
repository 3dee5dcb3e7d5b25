import type { RouteRecordRaw } from 'vue-router';
export const notificationRoutes: RouteRecordRaw[] = [];
