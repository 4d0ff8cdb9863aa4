import { registerTexts } from '@lms/web-platform';

export const linkEditorTexts = registerTexts('catalogue-link-editor', {
  address: 'Address of the page',
  addressHint: 'Such as https://www.hse.gov.uk/construction. It opens in a new tab.',
  addressWrong: 'Type a whole address that begins with https:// or http://, without a name or password in it.',
  look: 'Look at {{host}} (opens in a new tab)',
  statement: 'What people confirm',
  statementHint: 'They read it after the page and confirm it with their name.',
  statementMissing: 'Say what people confirm.',
});
