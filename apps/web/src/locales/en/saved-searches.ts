import type { Messages } from '../ru/index.js';

export const savedSearches: Messages['savedSearches'] = {
  button: 'Save search',
  saveTitle: 'Save search',
  editTitle: 'Saved search',
  lead: 'A search remembers the filters of published listings.',
  pageLead: 'New listings of these searches are told once a day, in one message and one letter.',
  name: 'Name',
  notify: 'Tell me about new ones',
  notifyHint: 'Once a day, in one letter about all your searches. No letter when nothing is new.',
  notifying: 'New ones are told',
  silent: 'New ones are not told',
  submit: 'Save',
  saved: 'Search saved',
  edit: 'Edit',
  delete: 'Delete',
  deleted: 'Search deleted',
  deleteTitle: 'Delete the search?',
  deleteText: 'The search “{name}” will leave the list, and nothing more will be told of it.',
  empty: 'No saved searches',
  emptyText:
    'Set filters in the list of listings and press “Save search”. A search without filters tells of everything new.',
};
