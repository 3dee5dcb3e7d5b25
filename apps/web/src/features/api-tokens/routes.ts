import type { RouteRecordRaw } from 'vue-router';
export const apiTokenRoutes: RouteRecordRaw[] = [];
