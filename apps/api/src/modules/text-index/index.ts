export { TextIndex } from './text-index.js';
export { TextIndexModule } from './text-index.module.js';
