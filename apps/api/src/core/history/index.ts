export { appendAll, appendEdit, appendHistory, type HistoryEntry } from './history.js';
