import type { OtherTable } from './entry.js';

const TAUGHT = 'What is taught; who made it is a number.';
const RULES = 'Whom rules ask for; who wrote them is a number.';
const DERIVED = 'Derived from what is taught.';

const COUNTS = 'What counts as a course; who wrote it is a number.';
const ANONYMOUS =
  'Answers to an anonymous survey: nothing in them leads to a person, so nothing can be found or taken out.';

/** Tables that are about no person. */
export const NOT_PERSONAL: readonly OtherTable[] = [
  {
    table: 'activity',
    columns:
      'id course_version_id lineage_id position kind title minutes completion_rule package_id file_sha256 file_name file_size media_type seconds pages summary no_speech settings version poster_sha256 read_again outside_hosts',
    because: TAUGHT,
  },
  { table: 'activity_captions', columns: 'id activity_id language label sha256 size', because: TAUGHT },
  {
    table: 'arriving_upload',
    columns: 'id kind name size created_by created_at expires_at complete_at',
    because: 'A file of a course that is arriving; who sends it is a number.',
  },
  {
    table: 'assignment_request',
    columns:
      'id version course_id why due_on chosen state asked_by asked_at decided_by decided_at decision withdrawn_by withdrawn_at path_id',
    because:
      'What was asked of many at once. Names, addresses and numbers in it are taken out with the person: `erase_mentions`.',
  },
  {
    table: 'import_mapping',
    columns: 'id kind name headings created_by created_at',
    because: 'Which column of a file is which; who named it is a number.',
  },
  { table: 'assignment_rule', columns: 'id version name owner_id created_at', because: RULES },
  { table: 'audience', columns: 'id version name predicate owner_id created_at', because: RULES },
  {
    table: 'brand_logo',
    columns: 'sha256 width height size added_by added_at',
    because: 'A picture that stands for the platform; who brought it in is a number.',
  },
  {
    table: 'brand_version',
    columns:
      'number name accent_light accent_dark logo_sha256 support_name support_email support_phone changed_by changed_at',
    because:
      'What the platform calls itself and whom it tells everybody to ask for help: published on purpose. Who changed it is a number.',
  },
  {
    table: 'content_package',
    columns: 'id standard edition title source_sha256 entry_root scos total_size created_at',
    because: TAUGHT,
  },
  {
    table: 'course',
    columns:
      'id version code title summary topics outcome owner_id mandatory created_at visibility audience self_enrolment open_to template copied_from gives_certificate',
    because: TAUGHT,
  },
  {
    table: 'course_version',
    columns:
      'id course_id number version state change validity_months minutes created_by created_at submitted_by submitted_at approved_by published_at retired_at returned_reason begun old_ends_on news renewal_window_days renewal_anchor renewal_dates min_active_days lapse refresher_days refresher_course_id remainder_course_id',
    because: TAUGHT,
  },
  { table: 'outcome', columns: 'id version name position retired_at created_at', because: TAUGHT },
  { table: 'digest_run', columns: 'on_date finished_at', because: 'Which days were told.' },
  {
    table: 'draft_change',
    columns: 'id course_version_id person_id at version action title before after undone_at',
    because: 'What changed in a draft; who changed it is a number.',
  },
  { table: 'draft_change_file', columns: 'draft_change_id sha256', because: 'Files of drafts.' },
  {
    table: 'draft_editor',
    columns: 'course_version_id person_id seen_at',
    because: 'Who has a draft open, as a number; gone within minutes.',
  },
  { table: 'learning_path', columns: 'id version code title kind summary created_at', because: TAUGHT },
  {
    table: 'ledger_anchor',
    columns: 'day at people entries sha256 size public_key',
    because: 'Where all chains ended on a day: hashes.',
  },
  { table: 'migrations', columns: 'id timestamp name', because: 'Which steps the database has made.' },
  {
    table: 'organisation',
    columns: 'id version kind name short_name parent_id sponsor_id created_at',
    because: 'A company, not a person.',
  },
  { table: 'package_file', columns: 'package_id path sha256 size media_type', because: TAUGHT },
  { table: 'page_file', columns: 'activity_id resource_id revision_id', because: TAUGHT },
  { table: 'path_choice', columns: 'id stage_id position need', because: TAUGHT },
  { table: 'path_stage', columns: 'id path_version_id position title day_offset', because: TAUGHT },
  {
    table: 'path_step',
    columns:
      'id stage_id position course_id optional key kind title learner_title instructions doer day_offset choice_id',
    because: TAUGHT,
  },
  { table: 'path_step_after', columns: 'step_id after_id', because: TAUGHT },
  {
    table: 'path_version',
    columns:
      'id path_id number version state audience sequential open_days created_by created_at submitted_by submitted_at approved_by published_at retired_at returned_reason change running',
    because: TAUGHT,
  },
  { table: 'question', columns: 'id bank_id version position key revision retired changed_at', because: TAUGHT },
  { table: 'question_bank', columns: 'id version title description created_by created_at', because: TAUGHT },
  {
    table: 'question_revision',
    columns: 'id question_id number text body tags safety_critical explanation created_by created_at',
    because: TAUGHT,
  },
  { table: 'quiz_pool', columns: 'activity_id section question_revision_id position', because: TAUGHT },
  { table: 'reminder_start', columns: 'singleton on_date', because: 'The day on which reminders began.' },
  { table: 'request_limit', columns: 'key points expire', because: 'Counts requests under fingerprints, for minutes.' },
  { table: 'resource', columns: 'id kind title version current created_at read_again', because: TAUGHT },
  { table: 'resource_captions', columns: 'revision_id language label sha256 size', because: TAUGHT },
  {
    table: 'resource_revision',
    columns:
      'id resource_id number kind sha256 name size media_type summary seconds pages width height package_id created_by created_at',
    because: TAUGHT,
  },
  { table: 'retention_run', columns: 'id kind at removed', because: 'How much a period took away.' },
  {
    table: 'retention_setting',
    columns: 'id version kind period changed_by changed_at',
    because: 'Periods; who set them is a number.',
  },
  {
    table: 'row_history',
    columns: 'id entity entity_id op known_from actor_id row',
    because: 'The past of rows: changed with the tables that it tells of.',
  },
  {
    table: 'rule_preview',
    columns: 'id rule_version_id seen made_by made_at on_date digest people gains loses moves keeps',
    because: RULES,
  },
  { table: 'rule_reads', columns: 'rule_version_id course_id', because: RULES },
  {
    table: 'rule_run',
    columns:
      'id kind rule_id rule_version_id organisation_id requested_by requested_at after_person total done given ended moved_at done_at',
    because: RULES,
  },
  {
    table: 'rule_version',
    columns:
      'id version rule_id number state audience_id predicate course_id path_id due recurrence effective_on ends_on created_by created_at proposed_by proposed_at approved_by approved_at returned_reason preview_id applied_by applied_at superseded_by ended_by ended_at ended_reason',
    because: RULES,
  },
  {
    table: 'scheme',
    columns: 'id version code name starts_on ends_on created_at',
    because: 'A project, not a person.',
  },
  {
    table: 'training_session',
    columns:
      'id version course_id activity_id form starts_at ends_at place join_url note capacity state planned_by planned_at cancelled_by cancelled_at cancel_reason closed_by closed_at',
    because: 'What is taught when and where; who planned it is a number.',
  },
  { table: 'session_organisation', columns: 'session_id organisation_id', because: 'Whose people a session is for.' },
  {
    table: 'search_document',
    columns:
      'course_id course_version_id open_to self_enrolment code title title_key summary topics outcome kinds activity_titles minutes validity_months length validity sources head words',
    because: DERIVED,
  },
  { table: 'search_passage', columns: 'source n text words', because: DERIVED },
  { table: 'search_text', columns: 'source kind words', because: DERIVED },
  { table: 'search_word', columns: 'word', because: DERIVED },
  {
    table: 'upload',
    columns:
      'id kind name size sha256 state progress refusal_code refusal summary title activity_kind package_id media_type seconds pages created_by created_at waiting_for width height',
    because: 'A file of a course; who sent it is a number.',
  },
  {
    table: 'equivalence',
    columns: 'id version course_id source_course_id qualification_id owner_id created_at',
    because: COUNTS,
  },
  {
    table: 'equivalence_version',
    columns:
      'id version equivalence_id number state kind remainder_course_id from_on to_on limit_months reason created_by created_at preview_id proposed_by proposed_at returned_reason applied_by applied_at',
    because: COUNTS,
  },
  {
    table: 'equivalence_end',
    columns:
      'id version equivalence_id preview_id how from_on reason people state asked_by asked_at decided_by decided_at decision',
    because: COUNTS,
  },
  { table: 'equivalence_reads', columns: 'course_id equivalence_version_id', because: COUNTS },
  {
    table: 'equivalence_run',
    columns:
      'id kind dry equivalence_id equivalence_version_id seen digest people reason requested_by requested_at waits_for after_person total done entries moved_at done_at',
    because: COUNTS,
  },
  {
    table: 'outside_qualification',
    columns: 'id kind issuer organisation_id code title created_at',
    because: 'A card or a course of a company, whoever has it.',
  },
  {
    table: 'survey_waiting',
    columns: 'id activity_id answers',
    because: ANONYMOUS,
  },
  {
    table: 'survey_anonymous_answer',
    columns: 'id activity_id shown_from answers',
    because: ANONYMOUS,
  },
  { table: 'course_place', columns: 'course_id place', because: 'A small number for each course.' },
  {
    table: 'rule_end',
    columns: 'id rule_id reason people asked_by asked_at outcome decided_by decided_at',
    because: 'That a rule ends; who asked is a number.',
  },
  {
    table: 'schedule_run',
    columns: 'id schedule_id due_at begun_at late missed by_id state refusal',
    because: 'That a list was made at a moment; who wanted it at once is a number.',
  },
];
