export const notifications = {
  all: 'All',
  unread: 'Unread',
  markAll: 'Mark all as read',
  markRead: 'Mark as read',
  marked: 'All notifications are read',
  unreadMark: 'not read',
  empty: 'No notifications yet',
  emptyText: 'News of your documents come here: approval, signature, withdrawal, reminders.',
  emptyUnread: 'Everything is read',
  more: 'Show more',
  filter: 'Which notifications to show',
};
