import lucide from '@iconify-json/lucide/icons.json';
import { addCollection } from '@iconify/vue';
import { config } from '@vue/test-utils';
import { createPinia, setActivePinia } from 'pinia';
import { afterEach, beforeEach } from 'vitest';
import { i18n, loadCabinetTexts } from '../src/app/i18n.js';

// Without the collection the kit would ask the network for every icon.
addCollection(lucide);
config.global.plugins = [i18n];
await loadCabinetTexts();

beforeEach(() => {
  setActivePinia(createPinia());
  localStorage.clear();
});

afterEach(() => {
  document.body.innerHTML = '';
});
