/// <reference types="vite/client" />

import 'vue-router';

declare module 'vue-router' {
  interface RouteMeta {
    /** Key of the page title in the locale files. */
    title?: string;
    /** Reachable without a session. */
    public?: boolean;
    /** Needs a signed-in person but not yet a chosen organization. */
    organizationOptional?: boolean;
    /** The permission without which the page answers «no rights». */
    permission?: import('@praktika/contracts').Permission;
    /** Exists only while demo data exist. */
    demo?: boolean;
  }
}
