export * from './education.js';
export * from './invitation.js';
export * from './organization.js';
export * from './registry.js';
