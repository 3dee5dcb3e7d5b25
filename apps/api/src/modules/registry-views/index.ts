export { RegistryViewsModule } from './registry-views.module.js';
