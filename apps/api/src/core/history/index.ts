export { appendEdit, appendHistory, type HistoryEntry } from './history.js';
