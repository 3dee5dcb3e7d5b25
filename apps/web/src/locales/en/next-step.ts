const concluded = {
  title: 'The contract is concluded',
  text: 'Download the document with its signatures for your archive. When the contract has been performed, close it.',
};
const executed = {
  title: 'The contract has been performed',
  text: 'The document is closed and kept with its signatures and history. Nothing more to do.',
};

export const nextStep = {
  whom: { EMPLOYER: 'the employer', EDUCATION: 'the educational organization' },
  other: { EMPLOYER: 'the employer', EDUCATION: 'the educational organization' },
  signedByOthers: {
    title: 'Your organization is to sign',
    text: 'The head signs, or whoever has been given the right to: the document waits for them. You can decline the signing with a reason.',
  },
  DRAFT: {
    author: {
      title: 'Fill in the draft and send it',
      text: 'While it is your draft, only your organization sees it. Send it for approval or straight for signing.',
    },
    recipient: {
      title: 'Waiting for {whom}',
      text: 'The author is preparing a new revision. You will be notified when it is sent.',
    },
  },
  ON_APPROVAL: {
    author: {
      title: 'Waiting for {whom}: approval',
      text: 'The recipient approves the draft, sends it back with a reason or rejects it. We tell you at once. Until then the document can be withdrawn.',
    },
    recipient: {
      title: 'Approve the draft contract',
      text: 'Read the document and the terms. If something is wrong, send it back and write the reason. A rejected draft can only be deleted by its author.',
    },
  },
  ON_REVISION: {
    author: {
      title: 'Rework the draft',
      text: 'Press «Сохранить как проект», correct what the recipient asks for and send it again: it will be a new revision.',
    },
    recipient: {
      title: 'Waiting for {whom}: rework',
      text: 'The author corrects the draft after your remark. You will be notified when the new revision is sent.',
    },
  },
  PROJECT_REJECTED: {
    author: {
      title: 'The draft is rejected',
      text: 'It cannot be sent again, only deleted. The reason stands above; draft a new contract with it in mind.',
    },
    recipient: {
      title: 'You rejected the draft',
      text: 'The author has received the reason. Nothing more to do.',
    },
  },
  PROJECT_APPROVED: {
    author: {
      title: 'Send the contract for signing',
      text: 'The draft is approved. Exactly the approved file will be signed. Found a mistake: return the document to draft and have it approved again.',
    },
    recipient: {
      title: 'Waiting for {whom}: sending for signing',
      text: 'You approved the draft. When the author sends it for signing, you get a notification and a letter.',
    },
  },
  ON_SIGNING: {
    author: {
      title: 'Waiting for {whom}: signature',
      text: 'The recipient signs first, you after them. From day 4 we remind daily. Until the signature the document can be withdrawn.',
    },
    recipient: {
      title: 'Sign the contract',
      text: 'You sign first. The signature is made in this browser: a key file and its password are needed. Then the author signs and the contract is concluded.',
    },
  },
  SIGNED_BY_RECIPIENT: {
    author: {
      title: 'Sign the contract last',
      text: 'The recipient has signed. Your signature concludes the contract. It cannot be withdrawn any more, only declined with a reason.',
    },
    recipient: {
      title: 'Waiting for {whom}: the second signature',
      text: 'You have signed. The contract is concluded when the author signs.',
    },
  },
  ON_CONFIRMATION: {
    author: {
      title: 'Waiting for {whom}: confirmation',
      text: 'The recipient compares the scan with the paper copy and confirms it or returns it with a reason.',
    },
    recipient: {
      title: 'Confirm the contract signed on paper',
      text: 'Compare the scan with your copy. Once confirmed, the contract counts as concluded. If it is not what you signed, return it with a reason.',
    },
  },
  CONCLUDED: { author: concluded, recipient: concluded },
  EXECUTED: { author: executed, recipient: executed },
  WITHDRAWN: {
    author: {
      title: 'You withdrew the document',
      text: 'It cannot be signed any more. If the document is still needed, draft a new one.',
    },
    recipient: {
      title: 'The author withdrew the document',
      text: 'There is nothing to sign or approve. If the document is still needed, the other side ({other}) will draft a new one.',
    },
  },
};
