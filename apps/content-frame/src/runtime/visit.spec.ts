import { beforeEach, describe, expect, it } from '@jest/globals';
import { interval, timespan } from './durations.js';
import { freshState } from './restore.js';
import type { ScoState } from './restore.js';
import { inRestoreOrder } from './restore-order.js';
import { scorm12 } from './scorm12.js';
import type { Dialect } from './dialect.js';
import { scorm2004 } from './scorm2004.js';
import { AwakeClock } from '../time/awake-clock.js';
import type { MadeCall, VisitDeps, VisitEvents } from './visit.js';
import { Visit } from './visit.js';

const learner = { id: 'l-1', name: 'Okafor, Ada' };
let said: unknown[];
let clock: number;
let calls: MadeCall[];
const events: VisitEvents = {
  began: () => undefined,
  set: (element, value) => said.push([element, value]),
  commit: () => said.push('commit'),
  ending: () => undefined,
  ended: (concluded) => said.push({ concluded }),
  called: (call) => calls.push(call),
};
const visitOf = (dialect: Dialect, state: Partial<ScoState>, more: Partial<VisitDeps> = {}): Visit => {
  const awake = new AwakeClock(
    () => clock,
    () => clock,
  );
  return new Visit({ dialect, state: { ...freshState('main'), ...state }, learner, events, clock: awake, ...more });
};
const visit12 = (state: Partial<ScoState> = {}, more: Partial<VisitDeps> = {}): Visit => visitOf(scorm12, state, more);
const visit2004 = (state: Partial<ScoState> = {}, more: Partial<VisitDeps> = {}): Visit =>
  visitOf(scorm2004, state, more);
const call = (visit: Visit, name: string, ...parameters: unknown[]): string => visit.api[name]?.(...parameters) ?? '?';

beforeEach(() => {
  said = [];
  calls = [];
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
    expect(said).toEqual([
      ['cmi.core.session_time', '00:00:09'],
      { concluded: { 'cmi.core.lesson_status': 'completed' } },
    ]);
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
    const state = first.resumed();
    expect(state).toMatchObject({ entry: 'resume', totalTime: 200 });
    const second = visit12(state);
    call(second, 'LMSInitialize', '');
    expect(call(second, 'LMSGetValue', 'cmi.suspend_data')).toBe('s');
  });
});

describe('what a lesson that says nothing comes to', () => {
  const finished = (visit: Visit, ...set: [string, string][]): unknown => {
    const [start, put, finish] = visit.api['LMSFinish']
      ? ['LMSInitialize', 'LMSSetValue', 'LMSFinish']
      : ['Initialize', 'SetValue', 'Terminate'];
    call(visit, start ?? '', '');
    for (const [element, value] of set) call(visit, put ?? '', element, value);
    call(visit, finish ?? '', '');
    return said.at(-1);
  };
  const status = (value: string): object => ({ concluded: { 'cmi.core.lesson_status': value } });

  it('is completed in SCORM 1.2, or what its score and the mastery score say', () => {
    expect(finished(visit12())).toMatchObject(status('completed'));
    expect(finished(visit12({ masteryScore: 70 }), ['cmi.core.score.raw', '80'])).toMatchObject(status('passed'));
    expect(finished(visit12({ masteryScore: 70 }), ['cmi.core.score.raw', '60'])).toMatchObject(status('failed'));
  });

  it('is nothing while it is only suspended, or said before', () => {
    expect(finished(visit12(), ['cmi.core.exit', 'suspend'])).not.toMatchObject(status('completed'));
    const incomplete = { 'cmi.core.lesson_status': 'incomplete' };
    expect(finished(visit12({ elements: incomplete }))).not.toMatchObject(status('completed'));
  });

  it('is completed in SCORM 2004, unless it promised to say so or measures itself', () => {
    const completed = { concluded: { 'cmi.completion_status': 'completed' } };
    expect(finished(visit2004())).toMatchObject(completed);
    expect(finished(visit2004({}, { concludes: false }))).not.toMatchObject(completed);
    expect(finished(visit2004({ completionThreshold: 0.8 }))).not.toMatchObject(completed);
    expect(finished(visit2004({ completionThreshold: 0.8 }), ['cmi.progress_measure', '0.9'])).toMatchObject(completed);
  });
});

it('reads what the manifest says of a part', () => {
  const given = { maxTimeAllowed: '00:30:00', timeLimitAction: 'exit,message', dataFromLms: 'd', masteryScore: 75 };
  const visit = visit12(given);
  call(visit, 'LMSInitialize', '');
  const read = [
    'student_data.max_time_allowed',
    'student_data.time_limit_action',
    'student_data.mastery_score',
    'launch_data',
  ];
  expect(read.map((name) => call(visit, 'LMSGetValue', `cmi.${name}`))).toEqual([
    '00:30:00',
    'exit,message',
    '75',
    'd',
  ]);
  const later = visit2004({ maxTimeAllowed: 'PT30M', timeLimitAction: 'continue,message', completionThreshold: 0.4 });
  call(later, 'Initialize', '');
  const names = ['max_time_allowed', 'time_limit_action', 'completion_threshold'];
  expect(names.map((name) => call(later, 'GetValue', `cmi.${name}`))).toEqual(['PT30M', 'continue,message', '0.4']);
});

it('adds a second visit’s time to the first’s, whichever is longer', () => {
  const first = visit12();
  call(first, 'LMSInitialize', '');
  clock = 60_000;
  call(first, 'LMSFinish', '');
  const second = visit12(first.resumed(), { earlier: first.spent() });
  call(second, 'LMSInitialize', '');
  expect(call(second, 'LMSGetValue', 'cmi.core.total_time')).toBe('00:01:00');
  call(second, 'LMSSetValue', 'cmi.core.session_time', '00:00:30');
  expect(said.at(-1)).toEqual(['cmi.core.session_time', '0000:01:30.00']);
  call(second, 'LMSFinish', '');
  expect(second.resumed().totalTime).toBe(9000);
});

it('notes each call with its answer, and the error of a refused one', () => {
  const visit = visit12();
  call(visit, 'LMSSetValue', 'cmi.suspend_data', 'early');
  call(visit, 'LMSInitialize', '');
  call(visit, 'LMSGetLastError');
  call(visit, 'LMSGetValue', 'cmi.nonsense');
  call(visit, 'LMSSetValue', 'cmi.core.lesson_location', '4');
  expect(calls.map(({ call: name, element, answer, error }) => [name, element, answer, error])).toEqual([
    ['LMSSetValue', 'cmi.suspend_data', 'false', '301'],
    ['LMSInitialize', '', 'true', ''],
    ['LMSGetValue', 'cmi.nonsense', '', '401'],
    ['LMSSetValue', 'cmi.core.lesson_location', 'true', ''],
  ]);
});

it('answers nobody once it is shut', () => {
  const visit = visit2004();
  call(visit, 'Initialize', '');
  visit.shut();
  expect(call(visit, 'SetValue', 'cmi.location', 'late')).toBe('false');
  expect(said).toEqual([]);
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
