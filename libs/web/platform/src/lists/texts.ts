import { registerTexts } from '../i18n/register-texts.js';

export const listFileTexts = registerTexts('list-files', {
  making: 'Making the file',
  rows: 'Making the file: {{done}} of {{total}} rows',
  rowsOnly: 'Making the file: {{done}} rows',
  taken: 'The file is there, and downloads now.',
  gone: 'The file could not be made.',
  export: {
    label: 'Export',
    shown: 'The list as shown',
    files: 'Files you asked for',
    schedule: 'Send it on a schedule',
    csv: 'CSV',
    xlsx: 'Workbook (XLSX)',
    pdf: 'PDF',
  },
});
