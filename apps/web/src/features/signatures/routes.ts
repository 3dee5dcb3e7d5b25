import type { RouteRecordRaw } from 'vue-router';
export const signatureRoutes: RouteRecordRaw[] = [];
