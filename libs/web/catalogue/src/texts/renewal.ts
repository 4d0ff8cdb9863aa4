import { registerTexts } from '@lms/web-platform';

export const renewalTexts = registerTexts('renewal', {
  title: 'Renewal',
  window: 'Opens before the end',
  windowHint: 'Days in which it can be renewed early.',
  daysWrong: 'Type whole days, 0 to {{most}}.',
  anchor: 'A renewal counts on from',
  anchors: {
    'previous-expiry': 'The end of the last one',
    completion: 'The day it is done',
    'fixed-dates': 'Fixed days of the year',
  },
  anchorHint: {
    'previous-expiry': 'Whoever renews early loses nothing. After it has ended, from the day it is done.',
    completion: 'Whoever renews early starts early.',
    'fixed-dates': 'It is valid until the next of these days.',
  },
  dates: 'Days of the year',
  datesHint: 'Such as 31/03, 30/09.',
  datesWrong: 'Type days like 31/03, with commas between them.',
  minActive: 'At least for',
  minActiveHint: 'Days. Somebody who does it shortly before such a day has until the one after.',
  refresher: 'Refresher course',
  refresherFind: 'Find a refresher course',
  refresherHint: 'A shorter course that renews this one.',
  remainder: 'Remainder course',
  remainderFind: 'Find what the refresher leaves out',
  remove: 'Remove',
  lapse: 'Once it has ended',
  lapses: {
    full: 'The full course',
    refresher: 'Still the refresher, for some days',
    remainder: 'The refresher and the remainder',
  },
  lapseDays: 'Days after the end',
});
