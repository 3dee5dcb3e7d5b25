import type { Messages } from '../ru/index.js';

export const kindWords: Messages['kindWords'] = {
  annex: {
    pages: { editDocument: 'Edit the annex' },
    documents: { card: { validity: 'Validity of the annex' } },
    dialogs: {
      confirm: 'Send',
      approve: {
        title: 'Approve the annex',
        consequence:
          'The author will be able to send the annex for signing. A responsible person is required.',
      },
      reject: { title: 'Reject the annex' },
      'return-from-confirmation': {
        title: 'Return the annex from confirmation',
        consequence: 'The annex goes back to its author as a draft, to be corrected and sent again.',
        done: 'Annex returned',
      },
      confirmPaper: {
        title: 'Confirm the annex signed on paper',
        consequence:
          'The annex will count as concluded without an electronic signature. This cannot be undone.',
        done: 'Annex confirmed and concluded',
      },
      'submit-confirmation': {
        consequence:
          'For an annex the parties have already signed on paper. {whom} will check the scan and confirm.',
      },
    },
    nextStep: {
      ON_APPROVAL: {
        author: {
          text: 'The recipient will approve the annex or reject it with a reason. We will tell you at once. Until then it can be withdrawn.',
        },
        recipient: {
          title: 'Approve the annex',
          text: 'Read the document and its terms. Approval names a responsible person. A rejected annex can only be deleted by its author.',
        },
      },
      PROJECT_REJECTED: {
        author: {
          text: 'It cannot be sent again, only deleted. The reason is above; draw up a new annex with it in mind.',
        },
      },
      PROJECT_APPROVED: { author: { title: 'Send the annex for signing' } },
      ON_SIGNING: {
        recipient: {
          title: 'Sign the annex',
          text: 'You sign first. The signature is made in this browser: you need the key file and its password. The author signs after you, and the annex is concluded.',
        },
      },
      SIGNED_BY_RECIPIENT: {
        author: {
          title: 'Sign the annex last',
          text: 'The recipient has signed. After your signature the annex is concluded. It can no longer be withdrawn, only declined with a reason.',
        },
        recipient: { text: 'You have signed. The annex will be concluded when its author signs.' },
      },
      ON_CONFIRMATION: {
        recipient: {
          title: 'Confirm the annex signed on paper',
          text: 'Compare the scan with your copy. Once confirmed the annex counts as concluded. If it is not what you signed, return it with a reason.',
        },
      },
      CONCLUDED: {
        author: {
          title: 'The annex is concluded',
          text: 'Download the document with its signatures for your archive. Practices can be held under this annex.',
        },
        recipient: {
          title: 'The annex is concluded',
          text: 'Download the document with its signatures for your archive. Practices can be held under this annex.',
        },
      },
    },
  },
  agreement: {
    pages: { editDocument: 'Edit the agreement' },
    dialogs: {
      approve: { done: 'Draft approved' },
      'request-revision': { title: 'Send back for revision' },
      reject: { title: 'Reject the agreement' },
      'return-from-confirmation': {
        title: 'Return the agreement from confirmation',
        consequence: 'The agreement goes back to its author as a draft, to be corrected and sent again.',
        done: 'Agreement returned',
      },
      confirmPaper: {
        title: 'Confirm the agreement signed on paper',
        consequence:
          'The agreement will count as concluded without an electronic signature. This cannot be undone.',
        done: 'Agreement confirmed and concluded',
      },
      'submit-confirmation': {
        consequence:
          'For an agreement the parties have already signed on paper. {whom} will check the scan and confirm.',
      },
    },
    nextStep: {
      ON_APPROVAL: {
        recipient: {
          title: 'Approve the draft agreement',
          text: 'Read the document and its terms. If something is wrong, send it back with a reason. A rejected draft can only be deleted by its author.',
        },
      },
      PROJECT_REJECTED: {
        author: {
          text: 'It cannot be sent again, only deleted. The reason is above; draw up a new agreement with it in mind.',
        },
      },
      PROJECT_APPROVED: { author: { title: 'Send the agreement for signing' } },
      ON_SIGNING: {
        recipient: {
          title: 'Sign the agreement',
          text: 'You sign first. The signature is made in this browser: you need the key file and its password. The author signs after you, and the agreement is concluded.',
        },
      },
      SIGNED_BY_RECIPIENT: {
        author: {
          title: 'Sign the agreement last',
          text: 'The recipient has signed. After your signature the agreement is concluded. It can no longer be withdrawn, only declined with a reason.',
        },
        recipient: { text: 'You have signed. The agreement will be concluded when its author signs.' },
      },
      ON_CONFIRMATION: {
        recipient: {
          title: 'Confirm the agreement signed on paper',
          text: 'Compare the scan with your copy. Once confirmed the agreement counts as concluded. If it is not what you signed, return it with a reason.',
        },
      },
      CONCLUDED: {
        author: {
          title: 'The agreement is concluded',
          text: 'Download the document with its signatures for your archive. Nothing more is to be done.',
        },
        recipient: {
          title: 'The agreement is concluded',
          text: 'Download the document with its signatures for your archive. Nothing more is to be done.',
        },
      },
    },
    signatures: { dialog: { title: 'Signing the agreement' } },
  },
};
