export { AnnexesModule } from './annexes.module.js';
