export const demo = {
  lead: 'In the demo letters go nowhere: they can be read here.',
  to: 'To',
  empty: 'No letters yet',
  emptyText: 'A letter appears when a document is sent for signing or a reminder is due.',
};
