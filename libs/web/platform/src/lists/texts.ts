import { registerTexts } from '../i18n/register-texts.js';

export const listFileTexts = registerTexts('list-files', {
  making: 'Making the file',
  rows: 'Making the file: {{done}} of {{total}} rows',
  rowsOnly: 'Making the file: {{done}} rows',
  taken: 'The file is there, and downloads now.',
  gone: 'The file could not be made.',
});
