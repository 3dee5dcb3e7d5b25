import type { Messages } from '../ru/index.js';

export const registryTable: Messages['registryTable'] = {
  button: 'Table view',
  density: 'Height of rows',
  comfortable: 'Roomy rows',
  normal: 'Ordinary rows',
  compact: 'Tight rows',
  columns: 'Columns',
  partner: 'Partner',
  status: 'Status, deadline',
  updated: 'Changed',
  date: 'Document date',
  practice: 'Practice period',
  beside: 'Preview beside',
  besideTitle: 'Preview of the document',
  besideHint: 'Choose a document in the list to read it here.',
  openCard: 'Open the card',
  close: 'Close the preview',
  waiting: 'To be handled',
};
