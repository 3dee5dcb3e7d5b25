export { RemindersModule } from './reminders.module.js';
export { ReminderScan } from './scan.js';
