import { registerTexts } from '@lms/web-platform';

/** What the frame around every page needs; the pages of notices bring their own. */
export const bellTexts = registerTexts('notifications-bell', {
  none: 'Notices',
  unread_one: 'Notices, {{count}} unread',
  unread_other: 'Notices, {{count}} unread',
  many: '99+',
});
