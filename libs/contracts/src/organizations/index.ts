export * from './education.js';
export * from './organization.js';
