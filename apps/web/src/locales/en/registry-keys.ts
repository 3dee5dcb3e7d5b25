import type { Messages } from '../ru/index.js';

export const registryKeys: Messages['registryKeys'] = {
  title: 'Keys of the registry',
  lead: 'They work in any layout while you are not typing.',
  button: 'Shortcut keys',
  next: 'next document',
  previous: 'previous document',
  open: 'open the document',
  select: 'choose the document or take it back',
  space: 'Space',
  preview: 'read the document beside the list or close it',
  help: 'this help',
  enabled: 'Turn on the keys J, K, X and the space bar',
};
