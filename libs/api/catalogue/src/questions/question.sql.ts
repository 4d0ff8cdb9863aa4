import { instantSql } from '../shared/sql-text.js';

/** Columns of a question as the contract has it, of rows of `current_question` called `q`. */
export const QUESTION_COLUMNS = `
  q.id, q.bank_id as "bankId", q.version, q.retired, ${instantSql('q.changed_at')} as "changedAt", q.text, q.body, q.tags,
  q.safety_critical as "safetyCritical", q.explanation,
  json_build_object('answered', s.answered, 'rightPercent', s.right_percent, 'discrimination', s.discrimination) as statistics`;

export const WITH_STATISTICS = 'cross join lateral question_statistics(q.id) s';
