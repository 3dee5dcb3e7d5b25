export * from './check-digits.js';
export * from './text.js';
export * from './specialty-code.js';
export * from './other-layout.js';
