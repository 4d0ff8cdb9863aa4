import { registerTexts } from '@lms/web-platform';

export const linkTexts = registerTexts('delivery-link', {
  lead: 'This is on another site. Read it there, then come back and confirm it.',
  open: 'Open the page',
  newTab: '(opens in a new tab)',
  opened: 'Opened. It is in another tab; this one waits for you.',
  missing: 'The address of this page is missing. Tell the People Team.',
  done: {
    title: 'Your word',
    text: 'By pressing the button you confirm this as {{name}}. Your name, the sentence and the address are kept with your record.',
    confirm: 'I confirm this',
    first: 'Open the page first.',
    at: 'You confirmed this {{moment}}.',
  },
});
