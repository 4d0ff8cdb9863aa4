/** A line of each type, so that nobody has to guess what a column wants. */
const rows = [
  ['key', 'type', 'text', 'right', 'tolerance', 'unit', 'option 1', 'option 2', 'option 3', 'match 1', 'match 2', 'match 3', 'tags', 'safety critical', 'explanation'],
  ['q1', 'single', 'What do you do first when a vehicle enters the works?', '1', '', '', 'Sound the alarm', 'Call the control room', 'Count heads', '', '', '', 'incursions', 'yes', 'The alarm warns everybody at once.'],
  ['q2', 'multiple', 'Who may stop the work?', '1;3', '', '', 'Anybody on site', 'Only the client', 'The supervisor', '', '', '', 'incursions', 'no', ''],
  ['q3', 'true-false', 'Cones stop a lorry.', 'false', '', '', '', '', '', '', '', '', 'incursions', 'no', ''],
  ['q4', 'matching', 'Match each sign with what it means.', '', '', '', 'Red cross', 'White arrow', 'End', 'Lane closed', 'Move over', 'Limits end', 'signs', 'no', ''],
  ['q5', 'ordering', 'Put the steps in order.', '', '', '', 'Sound the alarm', 'Go to the refuge', 'Count heads', '', '', '', 'incursions', 'no', ''],
  ['q6', 'numeric', 'How wide is the lateral safety zone at 50 mph?', '1.2', '0', 'm', '', '', '', '', '', '', 'zones', 'no', ''],
  ['q7', 'short-text', 'What is the place called to which everybody goes?', '', '', '', 'Refuge', 'Safe refuge', '', '', '', '', 'incursions', 'no', ''],
];

const cell = (text: string): string => (/[",;\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** What spreadsheets need before the text to read it as UTF-8. */
const mark = '\ufeff';

/** A file to begin with, as spreadsheets open it. */
export const csvTemplate = (): string => mark + rows.map((row) => row.map(cell).join(',')).join('\r\n') + '\r\n';
