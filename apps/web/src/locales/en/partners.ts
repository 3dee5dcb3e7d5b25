import type { Messages } from '../ru/index.js';

export const partners: Messages['partners'] = {
  tabs: {
    label: 'Registry of partners',
    partners: 'My partners',
    'partners-registry': 'Registry of educational organizations',
  },
  search: 'Name, INN or OGRN',
  ended: 'Show ended ones',
  empty: 'No partners yet',
  emptyText: 'A partnership begins with an accepted application.',
  nothing: 'Nothing found',
  columns: {
    name: 'Organization',
    inn: 'INN',
    region: 'Region',
    since: 'Partner since',
    status: 'Status',
    account: 'Works here',
  },
  hasAccount: 'Yes',
  noAccount: 'Not yet',
  open: 'Open the card',
  actionsFor: 'Actions: {name}',
  apply: { ACTIVE: 'Apply for practice', ENDED: 'Apply for partnership' },
  about: 'Organization',
  between: 'Between us',
  noDocuments: 'No documents yet.',
  fields: { fullName: 'Full name', city: 'City', site: 'Site', seats: 'Seats by contracts' },
  since: 'Partners since {date}',
  until: 'ended {date}.',
  endedTitle: 'The partnership has ended',
  end: {
    verb: 'End the partnership',
    consequence:
      'Concluded contracts stay in force. New contracts and applications for practice need a new partnership.',
    done: 'The partnership has ended',
  },
};
