import type { Messages } from '../ru/index.js';

export const batch: Messages['batch'] = {
  more: 'More for the chosen documents',
  nothing: 'There is no document this can be done to.',
  willBeDone: 'It will be done to {count} document. | It will be done to {count} documents.',
  willBeLeft: 'Left unchanged:',
  inStatus: 'In status “{status}”',
  reason: 'One reason for all documents',
  goesOn: 'You can close this window: the work goes on, and its outcome is under “Operations”.',
  close: 'Close',
  retry: 'Try again what was not done ({count})',
  approve: {
    title: 'Approving drafts',
    consequence: 'Their authors will be able to send them for signing. The fields go for all documents.',
  },
  'request-revision': {
    title: 'Sending back for revision',
    consequence: 'The authors get the reason and can mend their drafts.',
  },
  reject: {
    title: 'Rejecting drafts',
    consequence: 'There is no way back to these drafts: their authors can only delete them.',
  },
  'submit-signing': {
    title: 'Sending for signing',
    consequence: 'Files and terms are fixed. The other side of each document gets a notice and a mail.',
  },
  confirm: {
    title: 'Confirming documents signed on paper',
    consequence: 'The documents become concluded without an electronic signature. This cannot be undone.',
  },
  sign: {
    title: 'Signing documents',
    consequence:
      'The password is asked for once. Each document gets its own signature, made in the browser; the key never leaves it.',
    making: '{done} of {total} signed',
    sending: 'Sending the signatures',
    stop: 'Stop and send nothing',
    unsigned: 'Not signed here',
    movedTo: 'it cannot be signed any more, its status is “{status}”',
    reasons: {
      changed: 'the document has changed since you chose it: read it and sign it by itself',
      moved: 'the document cannot be signed any more: it is deleted or no longer yours to see',
      different: 'the file received differs from the one sent for signing',
      unavailable: 'the file could not be fetched',
    },
  },
  bundle: {
    button: 'Download as an archive ({count})',
    title: 'Archive of documents',
    lead: 'Documents, signatures, certificates and protocols, a folder for each. You can close this window: the archive will be under “Operations”.',
  },
  export: {
    button: 'Export',
    xlsx: 'Excel workbook (.xlsx)',
    csv: 'Comma-separated text (.csv)',
    title: 'Export of the registry',
    lead: 'The documents by the present filters. You can close this window: the file will be under “Operations”.',
  },
};
