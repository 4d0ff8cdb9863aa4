import { describe, expect, it } from '@jest/globals';
import { PERSONAL } from './catalogue.js';
import type { PersonalTable } from './entry.js';

/** What goes and is in no download, though its row is: why. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  'password.must_change demo pin_until': 'About a secret.',
  'authenticator_app.last_step': 'A counter against using a code twice.',
  'passkey.counter transports': 'Technical, of the device.',
  'session.end_reason': 'How a sign-in ended; when it did is told.',
  'leaver_link.revoked_by': 'Who ended the link.',
  'ledger_private.salt': 'A secret of the chain.',
  'runtime_log.first_call count bytes cut_from': 'How a log was packed; its text is told.',
  'quiz_run.last_change': 'How an answer came in; the answers are told.',
  'practical_photo.sha256 size': 'The file itself is in the download.',
  'practical_sign_off.photos': 'The files themselves are in the download.',
  'evidence_file.sha256 size': 'The file itself is in the download.',
  'problem_report.closed_by': 'Who looked after it.',
  'outside_award.key': 'Against entering it twice.',
  'mail.html_body attempts unsubscribe_url claimed_until good_until ended_why':
    'The same words again, and how it was sent; links of mails let in.',
  'notice.link': 'A page of the product.',
  'data_request.progress sha256 size': 'The file itself.',
  'list_file.narrowed done total refusal sha256 size': 'The filters in words, and how it was made.',
};
const NUMBERS = /^id$|_id$|version|_key$|^hash$|secret|_at$/;

/** Columns that erasure takes something from and the download does not tell. */
function untold({ columns, erasure, shown }: PersonalTable): string[] {
  if (!shown || erasure === 'kept') return [];
  const told = Object.values(shown.rows).join(' ');
  const gone =
    erasure === 'removed'
      ? columns.split(' ')
      : Object.entries(erasure)
          .filter(([, value]) => !/\bp_at\b|\bp_today\b|x\.version/.test(value))
          .map(([column]) => column);
  return gone.filter((column) => !new RegExp(`x\\.${column}\\b`).test(told) && !NUMBERS.test(column));
}

describe('what an erasure takes', () => {
  it('is in the download before, or it is said why not', () => {
    const found = PERSONAL.flatMap((table) => untold(table).map((column) => `${table.table}.${column}`));
    const said = Object.keys(LEFT_OUT).flatMap((key) => {
      const [table = '', columns = ''] = key.split('.');
      return columns.split(' ').map((column) => `${table}.${column}`);
    });
    expect(found.sort()).toEqual(said.sort());
  });

  it('is told why, where nothing of a table is in the download', () => {
    for (const { table, shown, because } of PERSONAL) {
      if (!shown) expect([table, because.length > 20]).toEqual([table, true]);
    }
  });
});
