import type { Messages } from '../ru/index.js';

export const palette: Messages['palette'] = {
  open: 'Search and commands',
  title: 'Search and commands',
  field: 'What to find or open',
  placeholder: 'Number, partner, ИНН, ОГРН, words of a file or a command',
  results: 'Found',
  groups: { documents: 'Documents', partners: 'Partners', commands: 'Commands and pages' },
  create: 'Create: {kind}',
  inFile: 'found in the text of a file',
  found: 'Lines in the list: {count}',
  nothing: 'Nothing found by “{text}”. Check the number or take a shorter word.',
  failed: 'Documents and partners could not be searched.',
  meant: 'Shown by “{text}”',
  try: 'Show by “{text}”',
  keys: '↑ and ↓ choose, Enter opens, Esc closes',
};
