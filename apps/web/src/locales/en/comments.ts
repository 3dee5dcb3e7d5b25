import type { Messages } from '../ru/index.js';

export const comments: Messages['comments'] = {
  title: 'Comments',
  empty: 'No comments yet.',
  new: 'New comment',
  answer: 'Answer',
  reply: 'Reply',
  send: 'Send the comment',
  required: 'Write the comment.',
  whoSees: 'Who will see it',
  seenBy: { INTERNAL: 'Seen by your organization alone', SHARED: 'Seen by both sides' },
  mention: 'Mention a colleague',
  chooseColleague: 'Surname or name',
  mentioned: 'Mentioned: {people}',
  dropMention: 'Do not mention {name}',
  toRevision: ', on revision {number}',
};
