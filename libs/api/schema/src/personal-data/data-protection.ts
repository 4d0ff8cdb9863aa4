import { name, OWN, type PersonalTable } from './entry.js';

/** What data protection itself keeps about people. */
export const DATA_PROTECTION: readonly PersonalTable[] = [
  {
    table: 'data_request',
    columns: 'id person_id asked_by reason asked_at state progress done_at sha256 size ends_at',
    area: 'privacy',
    whose: OWN,
    erasure: 'removed',
    because: 'The file holds everything; that one was asked for stands in the audit.',
    shown: {
      title: 'Downloads of your data',
      rows: { 'Asked by': name('x.asked_by'), 'Asked at': 'x.asked_at', Reason: 'x.reason', State: 'x.state' },
    },
  },
  {
    table: 'erasure',
    columns:
      'id version person_id state ground reason override digest counts proposed_by proposed_at decided_by decided_at decision files remained',
    area: 'privacy',
    whose: OWN,
    erasure: { reason: `''`, override: `''`, decision: `''` },
    because: 'That the person was erased, on what ground, by whom, and how much went.',
    history: 'erasure',
    shown: {
      title: 'Erasures that were proposed',
      rows: {
        Ground: 'x.ground',
        Reason: 'x.reason',
        'Why before the period is over': 'x.override',
        State: 'x.state',
        'Proposed at': 'x.proposed_at',
        Decision: 'x.decision',
      },
    },
  },
  {
    table: 'legal_hold',
    columns: 'id version person_id reason placed_by placed_at until_on ended_by ended_at',
    area: 'privacy',
    whose: OWN,
    erasure: { reason: `''` },
    because: 'That there was a hold, from when to when.',
    history: 'legal hold',
    shown: {
      title: 'Legal holds',
      rows: { Reason: 'x.reason', 'Placed at': 'x.placed_at', Until: 'x.until_on', 'Ended at': 'x.ended_at' },
    },
  },
  {
    table: 'list_file',
    columns:
      'id person_id list format filters title narrowed asked_at state done total refusal done_at sha256 size ends_at schedule_run_id',
    area: 'history',
    whose: OWN,
    erasure: 'removed',
    because:
      'Lists that the person had as files. Files of others in which they may stand end with the erasure, and where they were looked for by name the name is taken out: `erase_mentions`.',
    shown: {
      title: 'Lists you had as files',
      rows: {
        List: 'x.list',
        Title: 'x.title',
        'Looked for': 'x.filters',
        Format: 'x.format',
        'Asked at': 'x.asked_at',
        State: 'x.state',
      },
    },
  },
  {
    table: 'saved_view',
    columns: 'id version list name person_id shared filters saved_at',
    area: 'history',
    whose: `${OWN} or exists (select from unnest(words_for(p_people)) w where position(lower(w) in lower(concat(x.name, x.filters))) > 0)`,
    erasure: 'removed',
    because: 'How the person liked to see lists, and views of others that look for them by name.',
    shown: {
      title: 'Views of lists that you saved',
      rows: {
        Name: `case when ${OWN} then x.name end`,
        List: 'x.list',
        'Looked for': `case when ${OWN} then x.filters end`,
        'Saved at': 'x.saved_at',
        Shared: 'x.shared',
      },
    },
  },
  {
    table: 'schedule',
    columns: 'id version name person_id list format filters every on_day at_time state next_at created_at',
    area: 'history',
    whose: `${OWN} or exists (select from unnest(words_for(p_people)) w where position(lower(w) in lower(concat(x.name, x.filters))) > 0)`,
    erasure: { name: `''`, filters: `'{}'`, state: `'ended'`, next_at: 'null' },
    because: 'Which list went out when, as the runs tell; what it was called and looked for goes, and it ends.',
    history: 'schedule',
    shown: {
      title: 'Schedules of lists that you made',
      rows: {
        Name: `case when ${OWN} then x.name end`,
        List: 'x.list',
        'Looked for': `case when ${OWN} then x.filters end`,
        Format: 'x.format',
        State: 'x.state',
        'Made at': 'x.created_at',
      },
    },
  },
  {
    table: 'schedule_recipient',
    columns: 'schedule_id person_id added_at removed_at stopped_at',
    area: 'history',
    whose: OWN,
    erasure: 'removed',
    because: 'Nothing is sent to the person any more.',
    shown: {
      title: 'Schedules of lists that you are on',
      rows: { Since: 'x.added_at', 'Taken off at': 'x.removed_at', 'You stopped it at': 'x.stopped_at' },
    },
  },
  {
    table: 'schedule_delivery',
    columns: 'run_id person_id at outcome why rows mailed',
    area: 'history',
    whose: OWN,
    erasure: 'kept',
    because: 'That a list was made for somebody on a day, and how many rows it had; nothing of what stood in it.',
    shown: {
      title: 'Lists that were made for you by a schedule',
      rows: { At: 'x.at', Outcome: 'x.outcome', Rows: 'x.rows', Mailed: 'x.mailed' },
    },
  },
];
