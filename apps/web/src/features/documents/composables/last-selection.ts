import { defineStore } from 'pinia';
import { shallowRef } from 'vue';
import type { LastSelection } from './use-row-selection.js';

/** The choice of rows in the registry that was left last: opening a document and going back does not lose it. */
export const useLastSelection = defineStore('last-selection', () => {
  const last = shallowRef<LastSelection>({ scope: '', chosen: new Map() });
  return { last };
});
