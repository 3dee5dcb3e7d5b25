export const dialogs = {
  confirm: 'Confirm',
  templates: 'Frequent reasons',
  reasonKept: 'The text is kept when the window is closed.',
  reasonRequired: 'Give a reason.',
  approve: {
    title: 'Approval of the draft contract',
    consequence: 'The author will be able to send the contract for signing. All fields below are optional.',
    responsibleRequired: 'Choose the responsible person.',
    responsible: 'Responsible for the practice on the employer’s side',
    nobody: 'Nobody for now',
    position: 'Position of the responsible person',
    phone: 'Phone',
    email: 'E-mail',
    seats: 'Vacant seats',
    seatsInvalid: 'Enter a whole number from 0 to 10 000.',
    emailInvalid: 'Check the e-mail address.',
    done: 'Draft approved',
  },
  'request-revision': {
    title: 'Sending the draft contract back for rework',
    label: 'Reason for rework',
    consequence: 'The author gets the reason and can correct the draft.',
    templates: {
      dates: 'Please specify the dates of the practice.',
      seats: 'Please specify the number of seats.',
      premises: 'Please give the address and premises of the practice.',
      supervisor: 'Please name the practice supervisor and contacts.',
      requisites: 'Please check the names and requisites of the parties.',
    },
    done: 'Draft sent back',
  },
  reject: {
    title: 'Rejection of the draft contract',
    label: 'Reason for rejection',
    consequence: 'There is no way back to this draft: its author can only delete it.',
    templates: {
      seats: 'There are no practice seats on these dates.',
      profile: 'The field of study does not match what we do.',
      duplicate: 'Such a document is already concluded.',
    },
    done: 'Draft rejected',
  },
  'return-from-confirmation': {
    title: 'Return of a contract from confirmation',
    label: 'Reason for the return',
    consequence: 'The contract goes back to its author as a draft, to be corrected and sent again.',
    templates: {
      scan: 'The scan is unreadable or incomplete.',
      other: 'This is not the document we signed.',
      date: 'The date of signing is wrong.',
    },
    done: 'Contract returned',
  },
  'decline-signing': {
    title: 'Declining to sign',
    label: 'Reason for declining',
    consequence:
      'The document goes back to its author as a draft and a new revision begins. The former file and signatures are kept.',
    templates: {
      terms: 'The terms have changed, a new revision is needed.',
      authority: 'No authority to sign.',
      mistake: 'There is a mistake in the text.',
    },
    done: 'Signing declined',
  },
  withdraw: {
    title: 'Withdrawal of the document',
    label: 'Reason for the withdrawal',
    consequence:
      'The recipient is told, the document can no longer be signed. It cannot be taken back into work.',
    templates: { mistake: 'A mistake was found in the document.', need: 'The document is no longer needed.' },
    done: 'Document withdrawn',
  },
  confirmPaper: {
    title: 'Confirmation of a contract signed on paper',
    consequence:
      'The contract will count as concluded without an electronic signature. This cannot be undone.',
    date: 'Signed on paper: {date}',
    done: 'Contract confirmed and concluded',
  },
  delete: {
    title: 'Deleting the document',
    consequence: 'The document disappears from the registries of both sides. It cannot be restored.',
    consequenceUnsent: 'The document disappears from your registry. It cannot be restored.',
    done: 'Document deleted',
  },
  'return-to-draft': {
    title: 'Return of an approved draft to work',
    consequence:
      'The approval is void and the recipient is told. After the edit it has to be approved again.',
    done: 'Document returned to draft',
  },
  remind: { done: 'Reminder sent' },
  reopen: { done: 'The draft is open for editing' },
  'submit-approval': {
    title: 'Sending for approval',
    consequence:
      'File and terms are frozen as a revision. {whom} is notified. Until the answer the document can be withdrawn.',
    done: 'Sent for approval',
  },
  'submit-signing': {
    title: 'Sending for signing',
    consequence:
      'The other side signs first, then you. {whom} gets a notification and a letter, and from day 4 daily reminders.',
    done: 'Sent for signing',
  },
  'submit-confirmation': {
    title: 'Sending for confirmation',
    consequence: 'For a contract already signed on paper. {whom} compares the scan and confirms.',
    date: 'Date of signing on paper',
    dateRequired: 'Give the date when the contract was signed on paper.',
    dateFuture: 'The date cannot be in the future.',
    done: 'Sent for confirmation',
  },
  close: {
    title: 'Close the contract',
    mode: 'How to close',
    help: {
      WITHOUT_AGREEMENT: 'The contract has been performed, no obligations are left.',
      WITH_AGREEMENT:
        'The form of a supplementary agreement opens. The contract stays concluded until both sides have signed it.',
    },
    obligations: 'Will be left unfinished',
    consequence: 'The contract gets the status «Исполнен». The other side is told. Closing cannot be undone.',
    comment: 'Comment',
    files: 'Files',
    acknowledge: 'I know of the unfinished practices and annexes',
    commentRequired: 'Explain why the contract is closed early.',
    acknowledgeRequired: 'Tick that you know of what is unfinished.',
    done: 'Contract closed',
  },
};
