export { RemindersModule } from './reminders.module.js';
export { ReminderScan, type ScanReport } from './scan.js';
