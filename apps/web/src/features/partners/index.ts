export { findByInn } from './api/organizations.js';
