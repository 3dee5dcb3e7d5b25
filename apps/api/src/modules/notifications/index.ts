export { CounterQueries } from './counters.js';
export { NotificationsModule } from './notifications.module.js';
