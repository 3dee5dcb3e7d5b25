import type { Messages } from '../ru/index.js';

export const operations: Messages['operations'] = {
  lead: 'Work over many documents goes on by itself, even when the page is closed. These are your latest.',
  empty: 'No operations yet',
  emptyText:
    'Choose documents in the registry: many can be approved, rejected, signed or downloaded at once.',
  show: 'Outcome',
  waiting: 'Waiting its turn…',
  progress: '{done} of {total} done',
  progressOpen: '{done} done',
  progressLabel: 'Progress of the operation',
  refusedSoFar: 'not done: {count}',
  stop: 'Stop',
  done: 'Done',
  doneOf: '{done} of {total} done.',
  partly: '{done} of {total} done, {failed} not done',
  partlyText: 'Nothing has happened to the other documents. Each says why.',
  cancelled: 'The operation was stopped',
  failed: 'The operation was not done',
  refused: 'Not done',
  unknownDocument: 'Document {place} of the list',
  download: 'Download',
  counts: '{done} of {total} done, {failed} not done',
  kinds: { BUNDLE: 'Archive of documents', EXPORT: 'Export of the registry' },
  statuses: {
    QUEUED: 'Waiting',
    RUNNING: 'Running',
    DONE: 'Finished',
    FAILED: 'Not done',
    CANCELLED: 'Stopped',
  },
};
