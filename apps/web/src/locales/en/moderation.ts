import type { Messages } from '../ru/index.js';

export const moderation: Messages['moderation'] = {
  queue: 'Proposed professions',
  reference: 'Reference data',
  lists: { professions: 'Professions', specialties: 'Specialties', areas: 'Areas of professional activity' },
  empty: {
    PENDING_MODERATION: 'No proposals await moderation',
    APPROVED: 'No approved proposals',
    REJECTED: 'No rejected proposals',
  },
  approve: {
    title: 'Approval of a profession',
    consequence:
      'The profession enters the directory as it stands below; the fields can be corrected. The author is told.',
    verb: 'Approve',
    done: 'The profession is in the directory',
  },
  reject: {
    title: 'Rejection of a proposal',
    consequence: 'The author is told the reason and can correct the proposal and send it again.',
    verb: 'Reject',
    reason: 'Reason',
    done: 'The proposal is rejected',
  },
  addVerb: 'Add',
  change: 'Edit',
  editNamed: 'Edit: {name}',
  saved: 'The reference data are changed',
  nothing: 'Nothing found',
  firstShown: 'The first {count} are shown. Narrow the search to find the others.',
  searchSpecialty: 'Code or name of a specialty',
  withArchived: 'Show those taken out',
  archive: 'Take out of the directory',
  codeStays: 'The code {code} does not change.',
  columns: { code: 'Code', name: 'Name' },
  add: {
    professions: 'New profession',
    specialties: 'New specialty',
    areas: 'New area of professional activity',
  },
  edit: { professions: 'Profession', specialties: 'Specialty', areas: 'Area of professional activity' },
};
