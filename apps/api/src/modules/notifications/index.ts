export { CounterQueries, type Counters } from './counters.js';
export { NotificationsModule } from './notifications.module.js';
