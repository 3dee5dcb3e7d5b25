export { ExportsModule } from './exports.module.js';
export { throughXlsx } from './xlsx/through-xlsx.js';
