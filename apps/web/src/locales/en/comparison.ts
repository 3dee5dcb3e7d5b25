import type { Messages } from '../ru/index.js';

export const comparison: Messages['comparison'] = {
  open: 'Compare revisions',
  from: 'Former revision',
  to: 'New revision',
  same: 'Choose two different revisions.',
  reasons: 'Why the document was sent back',
  fields: 'What changed in the fields',
  noFields: 'The fields have not changed.',
  text: 'What changed in the text of the file',
  sameText: 'The text of the file has not changed.',
  partly: 'The file was not read to its end: changes in the part that was read are shown.',
  leftOut: '… unchanged, characters: {n} …',
  textStatus: {
    SAME_FILE: 'The file is the same.',
    UNREADABLE: 'One of the files has no text to read: it is a scan, locked by a password, or damaged.',
    TOO_DIFFERENT: 'The texts are too different to show the changes. Open both revisions.',
  },
};
