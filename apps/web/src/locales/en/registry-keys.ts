import type { Messages } from '../ru/index.js';

export const registryKeys: Messages['registryKeys'] = {
  title: 'Keys of the registry',
  lead: 'They work in any layout while you are not typing.',
  button: 'Shortcut keys',
  next: 'next document',
  previous: 'previous document',
  open: 'open the document',
  select: 'choose the document or take it back',
  help: 'this help',
  enabled: 'Turn on the keys J, K and X',
};
