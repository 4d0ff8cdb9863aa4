import { registerTexts } from '@lms/web-platform';

export const pageTexts = registerTexts('delivery-page', {
  length: 'About {{length}} to read',
  newTab: '(opens in a new tab)',
  table: 'Table',
  callout: { note: 'Note', warning: 'Warning', tip: 'Tip' },
  missing: 'This picture is missing.',
  missingFile: 'This file is missing.',
  failed: 'This picture did not load.',
  film: 'Film: {{title}}',
  filmFailed: 'This film cannot be played here. Open the page again; if it fails once more, tell the People Team.',
  download: 'Download',
  file: '{{format}}, {{size}}',
  done: {
    title: 'Read and understood',
    text: 'By pressing the button you confirm, as {{name}}, that you have read this page. Your name and what it said are kept with your record.',
    confirm: 'I have read this page',
    at: 'You read this {{moment}}.',
  },
});
