import { registerTexts } from '@lms/web-platform';

export const commonTexts = registerTexts('people', {
  loading: 'Loading',
  save: 'Save',
  saved: 'Saved.',
  cancel: 'Cancel',
  close: 'Close',
  more: 'Show more',
  edit: 'Edit',
  required: {
    givenName: 'Type the given name.',
    familyName: 'Type the family name.',
    organisation: 'Choose an organisation.',
    employeeNumber: 'Type the employee number.',
    jobRole: 'Type the job role.',
    startsOn: 'Choose the first day.',
    endBeforeStart: 'The last day is before the first.',
    name: 'Type the name.',
    shortName: 'Type the short name.',
    code: 'Type the code.',
    endsOn: 'Choose the last day.',
  },
  picker: {
    searching: 'Searching…',
    nothing: 'Nothing found',
    failed: 'The search did not work. Type again.',
  },
  conflict: {
    both: 'Somebody else saved this while you were typing. What you typed is still here; where theirs differs it stands below the field. Saving again keeps what the form shows.',
    merged:
      'Somebody else saved this while you were typing. Their changes are in the form now, together with yours. Look them over, then save.',
    saved: 'They saved {{value}}.',
    nothing: 'nothing',
    take: 'Use theirs',
    takeAll: 'Use all of theirs',
  },
  status: { current: 'Current', planned: 'Starting', left: 'Left' },
  group: { office: 'Office', site: 'Site', driver: 'Driver', supervisor: 'Supervisor', manager: 'Manager' },
  kind: { client: 'Client', partner: 'Partner', supplier: 'Supplier' },
  role: {
    'people-team': 'People Team',
    author: 'Author',
    trainer: 'Trainer',
    coordinator: 'Coordinator',
    auditor: 'Auditor',
    administrator: 'Administrator',
  },
});
