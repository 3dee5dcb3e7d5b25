import type { Messages } from '../ru/index.js';

export const registrySelection: Messages['registrySelection'] = {
  changed:
    '{count} document has changed and is chosen no longer | {count} documents have changed and are chosen no longer',
  title: 'Chosen documents',
  row: 'Choose {title}',
  page: 'Choose all on the page',
  chosen: '{count} chosen',
  all: 'Choose all that match ({count})',
  collecting: 'Gathering documents: {count}',
  stop: 'Stop',
  limit: 'No more than {limit} at once',
  clear: 'Clear the choice',
};
