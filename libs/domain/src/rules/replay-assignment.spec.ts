import { describe, expect, it } from '@jest/globals';
import { assignmentFault, type StoredAssignment, type StoredReason } from './replay-assignment.js';

const said: StoredReason = {
  opensOn: '2026-03-01',
  dueOn: '2026-03-31',
  first: { kind: 'said', dueOn: '2026-03-31' },
  again: { kind: 'course' },
  gives: 'course',
  renewsUntil: null,
  notBefore: null,
  leaves: [],
};
const path: StoredReason = {
  ...said,
  dueOn: '2026-03-20',
  gives: 'path',
  first: { kind: 'path', anchorOn: '2026-03-01', dayOffset: 19, givenOn: '2026-02-20', graceDays: 7 },
};
const assignment = (more: Partial<StoredAssignment>): StoredAssignment => ({
  dueOn: '2026-03-31',
  held: null,
  reasons: [said],
  extension: null,
  ...more,
});
const leaves = [{ from: '2026-03-10', to: '2026-03-14' }];

describe('an assignment replayed from its reasons', () => {
  it.each<[string, Partial<StoredAssignment>, string | null]>([
    ['one reason', {}, null],
    ['another date than the reason’s', { dueOn: '2026-04-01' }, 'due date'],
    ['none', { reasons: [] }, 'no reason left'],
    ['a reason with another date than was said', { reasons: [{ ...said, dueOn: '2026-04-01' }] }, 'reason’s date'],
    ['the earliest of two', { reasons: [said, path], dueOn: '2026-03-20' }, null],
    ['a path’s day', { reasons: [{ ...path, dueOn: '2026-03-21' }], dueOn: '2026-03-21' }, 'reason’s date'],
    ['leave', { reasons: [{ ...said, leaves }], dueOn: '2026-04-05' }, null],
    ['leave that was forgotten', { reasons: [{ ...said, leaves }] }, 'due date'],
    [
      'more time',
      { dueOn: '2026-05-01', extension: { givenOn: '2026-03-02', until: '2026-05-01', known: [], since: [] } },
      null,
    ],
    [
      'more time, and leave since',
      { dueOn: '2026-05-06', extension: { givenOn: '2026-03-02', until: '2026-05-01', known: [], since: leaves } },
      null,
    ],
    [
      'without a date',
      { reasons: [{ ...said, dueOn: null, first: { kind: 'said', dueOn: null } }], dueOn: null },
      null,
    ],
    ['nothing kept of where it comes from', { reasons: [{ ...said, first: null }] }, null],
    [
      'a renewal, as the course says',
      { held: { completedOn: '2025-04-01', validUntil: '2026-03-31', windowFrom: '2026-03-01' } },
      null,
    ],
    [
      'a renewal of another completion',
      { held: { completedOn: '2025-05-01', validUntil: '2026-04-30', windowFrom: '2026-03-31' } },
      'reason’s date',
    ],
  ])('%s', (_name, more, fault) => {
    expect(assignmentFault(assignment(more))).toBe(fault);
  });
});
