import { ru, type Messages } from '../ru/index.js';
export const en: Messages = ru;
