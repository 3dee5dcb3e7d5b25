import type { Messages } from '../ru/index.js';

export const matching: Messages['matching'] = {
  title: {
    listing: { employer: 'Whom it suits', education: 'Suitable places' },
    organization: { employer: 'Suitable needs of educational organizations', education: 'Suitable places' },
  },
  empty: 'Nothing suits yet',
  emptyText: {
    listing: {
      employer: 'Educational organizations whose programmes and dates suit this place will appear here.',
      education: 'Places of employers that suit this listing will appear here.',
    },
    organization: {
      employer: 'Publish places: needs of educational organizations that they suit will appear here.',
      education: 'Declare programmes in your profile: places of employers that suit them will appear here.',
    },
  },
  declared: 'By the programmes of its profile',
  score: '{score} of 100',
  seats: 'places: {seats}',
  reasons: 'Why it suits',
  ownListing: 'For your listing “{title}”',
};
