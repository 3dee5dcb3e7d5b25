export * from './by-action.js';
export * from './kinds.js';
export * from './reminders.js';
