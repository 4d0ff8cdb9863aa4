import { registerTexts } from '@lms/web-platform';

export const erasureTexts = registerTexts('erasure', {
  title: 'Erasure of {{name}}',
  titleDone: 'Erased person',
  done: 'Erasure',
  back: 'Data protection',
  proposedBy: 'Proposed by {{name}}, {{moment}}',
  ground: 'Ground',
  reason: 'Reason',
  override: 'Why before the period is over',
  gone: 'The words went with the rest.',
  changed:
    'Something about this person has changed since it was proposed. It cannot be applied any more: refuse it, and it can be proposed again.',
  mine: 'You proposed it. Somebody else of the People Team decides.',
  withdraw: 'Withdraw it',
  withdrawn: 'Withdrawn.',
  approve: 'Erase {{name}}',
  sure: 'It cannot be undone. Everything that “Goes” above goes now.',
  sureButton: 'Erase now',
  applied: 'The person is erased. Totals and the chain are as they were.',
  refuse: 'Refuse',
  note: 'Why not',
  noteHint: 'Seen by whoever proposed it.',
  refused: 'Refused.',
  decide: 'Your decision',
  decideLead: 'Look at what goes. Erase it, or refuse with a word.',
  stateTitle: 'What became of it',
  state: { proposed: 'Waiting', applied: 'Erased', refused: 'Refused', withdrawn: 'Withdrawn' },
  decidedBy: 'Decided by {{name}}, {{moment}}',
  counts: 'What went',
  remained: {
    title: 'Where the name still stood',
    none: 'In no name or title of anything else.',
    some_one:
      'When the person was erased, the name still stood in what {{count}} other thing is called. Look whether it was called otherwise since: only who opens it can tell.',
    some_other:
      'When the person was erased, the name still stood in what {{count}} other things are called. Look whether they were called otherwise since: only who opens them can tell.',
    whole: 'The whole name.',
    family: 'The family name, maybe of somebody else.',
  },
  words: '“{{words}}”',
});
