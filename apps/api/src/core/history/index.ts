export { appendHistory, type HistoryEntry } from './history.js';
