import { beforeEach, describe, expect, it } from '@jest/globals';
import { interval, timespan } from './durations.js';
import { freshState } from './restore.js';
import type { ScoState } from './restore.js';
import { inRestoreOrder } from './restore-order.js';
import { scorm12 } from './scorm12.js';
import { scorm2004 } from './scorm2004.js';
import type { VisitEvents } from './visit.js';
import { Visit } from './visit.js';

const learner = { id: 'l-1', name: 'Okafor, Ada' };
let said: unknown[];
let clock: number;
const events: VisitEvents = {
  set: (element, value) => said.push([element, value]),
  commit: () => said.push('commit'),
  ended: (concluded) => said.push({ concluded }),
};
const visit12 = (state: Partial<ScoState> = {}): Visit =>
  new Visit(scorm12, { ...freshState('main'), ...state }, learner, events, () => clock);
const visit2004 = (state: Partial<ScoState> = {}): Visit =>
  new Visit(scorm2004, { ...freshState('main'), ...state }, learner, events, () => clock);
const call = (visit: Visit, name: string, ...parameters: unknown[]): string => visit.api[name]?.(...parameters) ?? '?';

beforeEach(() => {
  said = [];
  clock = 0;
});

it('says durations as each standard writes them', () => {
  expect([timespan(0), timespan(36_000_150), timespan(6_105)]).toEqual([
    '0000:00:00.00',
    '0100:00:01.50',
    '0000:01:01.05',
  ]);
  expect([interval(0), interval(36_000_150), interval(6_105)]).toEqual(['PT0H0M0S', 'PT100H0M1.50S', 'PT0H1M1.05S']);
});

it('puts the tenth after the second, and id and type first', () => {
  const mixed = ['a.10.id', 'a.2.result', 'a.2.type', 'a.2.id', 'a.2.b.10.p', 'a.2.b.9.p', 'z'];
  expect(inRestoreOrder(mixed)).toEqual([
    'a.2.id',
    'a.2.type',
    'a.2.b.9.p',
    'a.2.b.10.p',
    'a.2.result',
    'a.10.id',
    'z',
  ]);
});

describe('a SCORM 1.2 visit', () => {
  it('lets the mastery score decide at the end, and says so', () => {
    const visit = visit12({ masteryScore: 70 });
    call(visit, 'LMSInitialize', '');
    call(visit, 'LMSSetValue', 'cmi.core.score.raw', 60);
    call(visit, 'LMSSetValue', 'cmi.core.lesson_status', 'completed');
    clock = 61_050;
    expect(call(visit, 'LMSFinish', '')).toBe('true');
    const concluded = { 'cmi.core.session_time': '0000:01:01.05', 'cmi.core.lesson_status': 'failed' };
    expect(said.at(-1)).toEqual({ concluded });
    call(visit, 'LMSFinish', '');
    expect(said).toHaveLength(3);
  });

  it('reports neither refused values nor ones after the finish, nor its own clock over the content’s', () => {
    const visit = visit12();
    expect(call(visit, 'LMSSetValue', 'cmi.suspend_data', 'early')).toBe('false');
    call(visit, 'LMSInitialize', '');
    expect(call(visit, 'LMSSetValue', 'cmi.core.student_id', 'x')).toBe('false');
    expect(call(visit, 'LMSGetLastError')).toBe('403');
    expect(call(visit, 'LMSSetValue', 'cmi.suspend_data', 'x'.repeat(64_001))).toBe('false');
    call(visit, 'LMSSetValue', 'cmi.core.session_time', '00:00:09');
    call(visit, 'LMSFinish', '');
    expect(call(visit, 'LMSSetValue', 'cmi.suspend_data', 'late')).toBe('false');
    expect(call(visit, 'LMSGetLastError')).toBe('301');
    expect(said).toEqual([['cmi.core.session_time', '00:00:09'], { concluded: {} }]);
    expect(visit.unreportedTime()).toEqual({});
  });

  it('starts although one saved value is not valid any more', () => {
    const elements = { 'cmi.core.lesson_status': 'nonsense', 'cmi.suspend_data': 'kept', 'cmi.core.exit': 'suspend' };
    const visit = visit12({ elements, entry: 'resume', totalTime: 100, dataFromLms: 'd' });
    call(visit, 'LMSInitialize', '');
    const read = ['suspend_data', 'core.entry', 'core.lesson_status', 'launch_data', 'core.total_time', 'core.credit'];
    expect(read.map((name) => call(visit, 'LMSGetValue', `cmi.${name}`))).toEqual([
      'kept',
      'resume',
      'not attempted',
      'd',
      '00:00:01',
      'credit',
    ]);
  });

  it('carries on within a launch when a part is opened again', () => {
    const first = visit12();
    call(first, 'LMSInitialize', '');
    call(first, 'LMSSetValue', 'cmi.core.exit', 'suspend');
    call(first, 'LMSSetValue', 'cmi.suspend_data', 's');
    clock = 2000;
    const state = first.resumed(freshState('main'));
    expect(state).toMatchObject({ entry: 'resume', totalTime: 200 });
    const second = visit12(state);
    call(second, 'LMSInitialize', '');
    expect(call(second, 'LMSGetValue', 'cmi.suspend_data')).toBe('s');
  });
});

describe('a SCORM 2004 visit', () => {
  it('restores what it reported, element by element', () => {
    const first = visit2004();
    call(first, 'Initialize', '');
    for (let n = 0; n < 12; n += 1) {
      call(first, 'SetValue', `cmi.objectives.${n}.id`, `o${n}`);
      call(first, 'SetValue', `cmi.interactions.${n}.id`, `q${n}`);
      call(first, 'SetValue', `cmi.interactions.${n}.type`, 'fill-in');
      call(first, 'SetValue', `cmi.interactions.${n}.objectives.0.id`, `o${n}`);
      call(first, 'SetValue', `cmi.interactions.${n}.learner_response`, 'text');
    }
    call(first, 'SetValue', 'cmi.success_status', 'passed');
    const elements = Object.fromEntries(said as [string, string][]);
    expect(Object.keys(elements)).toHaveLength(61);
    const second = visit2004({ elements, entry: 'resume' });
    call(second, 'Initialize', '');
    const differing = Object.keys(elements).filter((name) => call(second, 'GetValue', name) !== elements[name]);
    expect(differing).toEqual([]);
  });

  it('concludes from the passing score when it terminates', () => {
    const visit = visit2004({ masteryScore: 0.8 });
    call(visit, 'Initialize', '');
    expect(call(visit, 'GetValue', 'cmi.scaled_passing_score')).toBe('0.8');
    call(visit, 'SetValue', 'cmi.score.scaled', '0.5');
    call(visit, 'Terminate', '');
    expect(said.at(-1)).toMatchObject({ concluded: { 'cmi.success_status': 'failed' } });
  });
});
