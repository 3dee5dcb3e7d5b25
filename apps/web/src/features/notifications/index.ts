export { useLatestNotifications } from './api/notifications.js';
export { default as NotificationRow } from './components/NotificationRow.vue';
