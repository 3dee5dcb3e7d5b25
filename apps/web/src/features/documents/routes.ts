import type { RouteRecordRaw } from 'vue-router';
export const documentRoutes: RouteRecordRaw[] = [];
