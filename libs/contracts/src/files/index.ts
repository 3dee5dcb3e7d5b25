export * from './file-rejections.js';
