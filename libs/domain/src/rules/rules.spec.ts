import { describe, expect, it } from '@jest/globals';
import { EVERYBODY, type AudienceFacts, type AudiencePredicate } from '../audience/predicate.js';
import { describeAudience } from '../audience/describe.js';
import { matchedFacts } from '../audience/matched-facts.js';
import { nextChangeOn } from '../audience/next-change.js';
import { askedAgain } from './asked-again.js';
import { describeAgain } from './describe-again.js';
import { describeRule, type DescribedRule } from './describe-rule.js';
import { dueDates, type DueFacts, type DuePolicy } from './due-policy.js';
import { replayFault, type ReasonFacts } from './replay.js';
import { ruleCircle } from './rule-circle.js';

const names = (id: string) =>
  ({ o1: 'Kestrel', s1: 'NEAR', c1: 'Fatigue', c2: 'Welcome', p1: 'Helen Marsh' })[id] ?? id;
const facts: AudienceFacts = {
  on: '2026-11-30',
  organisationId: 'o1',
  organisationKind: 'supplier',
  organisationIds: ['o1', 'o0'],
  jobRole: 'Ganger',
  group: 'site',
  schemeIds: ['s1'],
  tags: ['night'],
  startsOn: '2026-11-01',
  endsOn: null,
  managerIds: ['p1'],
  lineEndsOn: null,
  holds: { c1: '2026-12-24', c2: null },
};
const rich: AudiencePredicate = {
  is: 'all',
  of: [
    { is: 'group', in: ['site', 'driver'] },
    {
      is: 'any',
      of: [
        { is: 'scheme', in: ['s1'] },
        { is: 'organisation', in: ['o1'], tiers: true },
      ],
    },
    { is: 'not', of: { is: 'tag', in: ['rail'] } },
    { is: 'days-since-start', atLeast: 10, atMost: null },
  ],
};

describe('an audience in words', () => {
  it('reads as a sentence, and tells what of it an engagement fulfils', () => {
    expect(describeAudience(EVERYBODY, names)).toBe('in the Alliance');
    expect(describeAudience(rich, names)).toBe(
      'in the site or driver group and (on NEAR, or at Kestrel or below) and not tagged rail and who started at least 10 days ago',
    );
    expect(matchedFacts(rich, facts, names)).toEqual([
      'in the site group',
      'on NEAR',
      'at Kestrel or below',
      'not tagged rail',
      'who started at least 10 days ago',
    ]);
  });
  it('says of whom nothing is excluded, alone or together, and of who has not started yet', () => {
    const neither: AudiencePredicate = {
      is: 'not',
      of: {
        is: 'any',
        of: [
          { is: 'group', in: ['office'] },
          { is: 'tag', in: ['rail'] },
        ],
      },
    };
    expect(describeAudience(neither, names)).toBe('not (in the office group, or tagged rail)');
    expect(matchedFacts(neither, facts, names)).toEqual(['not (in the office group, or tagged rail)']);
    const since = (atLeast: number | null, atMost: number | null) =>
      describeAudience({ is: 'days-since-start', atLeast, atMost }, names);
    expect(since(null, -1)).toBe('who starts at least 1 day from now');
    expect(since(-14, 30)).toBe('who starts at most 14 days from now and at most 30 days ago');
    expect(since(0, 30)).toBe('who started at least 0 days ago and at most 30 days ago');
  });
  it('changes by the calendar when the engagement ends, days are reached, or a course expires', () => {
    expect(nextChangeOn(rich, facts)).toBeNull();
    expect(nextChangeOn({ is: 'lacks', courseId: 'c1' }, { ...facts, endsOn: '2027-03-31' })).toBe('2026-12-25');
    expect(nextChangeOn({ is: 'days-since-start', atLeast: 40, atMost: 60 }, facts)).toBe('2026-12-11');
    expect(nextChangeOn({ is: 'reports-to', personId: 'p1' }, { ...facts, lineEndsOn: '2026-11-30' })).toBe(
      '2026-12-01',
    );
  });
});

describe('due dates', () => {
  const given: DueFacts = {
    effectiveOn: '2026-11-30',
    startsOn: '2026-01-05',
    assignedOn: '2026-11-30',
    afterOn: null,
    decidedOn: null,
  };
  const longAgo = { effectiveOn: '2026-01-01', assignedOn: '2026-01-01', takenOn: '2026-11-30' };
  it.each<[string, DuePolicy, Partial<DueFacts>, string | null, boolean]>([
    ['a date', { kind: 'on', date: '2026-12-24', realisticDays: 7 }, {}, '2026-12-24', false],
    ['a date for a late joiner', { kind: 'on', date: '2026-12-01', realisticDays: 7 }, {}, '2026-12-07', true],
    [
      'as decided',
      { kind: 'on', date: '2026-12-01', realisticDays: 7 },
      { decidedOn: '2026-12-20' },
      '2026-12-20',
      true,
    ],
    [
      'after the start, for whoever was there',
      { kind: 'after-start', days: 14, realisticDays: 7 },
      {},
      '2026-12-14',
      false,
    ],
    [
      'after the start',
      { kind: 'after-start', days: 14, realisticDays: 7 },
      { startsOn: '2027-01-04' },
      '2027-01-18',
      false,
    ],
    ['after being asked', { kind: 'after-assignment', days: 10, realisticDays: 7 }, {}, '2026-12-10', false],
    [
      'after another course, not done',
      { kind: 'after-completion', courseId: 'c1', days: 5, realisticDays: 0 },
      {},
      null,
      false,
    ],
    [
      'after another course',
      { kind: 'after-completion', courseId: 'c1', days: 5, realisticDays: 0 },
      { afterOn: '2026-11-29' },
      '2026-12-04',
      false,
    ],
    [
      'a date that has gone by, of a version that takes over',
      { kind: 'on', date: '2026-06-30', realisticDays: 7 },
      { ...longAgo, beforeOn: '2027-03-31' },
      '2026-12-07',
      true,
    ],
    [
      'the same for whom the version before gave less than that',
      { kind: 'on', date: '2026-12-01', realisticDays: 7 },
      { ...longAgo, beforeOn: '2026-12-03' },
      '2026-12-03',
      true,
    ],
    [
      'the date of the version before, which has gone by',
      { kind: 'after-assignment', days: 14, realisticDays: 7 },
      { ...longAgo, beforeOn: '2026-01-19' },
      '2026-01-19',
      false,
    ],
    [
      'the same by an earlier date, which makes nobody later',
      { kind: 'on', date: '2026-01-12', realisticDays: 7 },
      { ...longAgo, beforeOn: '2026-01-19' },
      '2026-01-19',
      false,
    ],
    [
      'a later date, of a version that takes over',
      { kind: 'on', date: '2026-12-24', realisticDays: 7 },
      { ...longAgo, beforeOn: '2026-01-19' },
      '2026-12-24',
      false,
    ],
    [
      'a first date, from a version that takes over',
      { kind: 'on', date: '2026-06-30', realisticDays: 7 },
      { ...longAgo, beforeOn: null },
      '2026-12-07',
      true,
    ],
  ])('%s', (_name, policy, more, dueOn, tooSoon) => {
    expect(dueDates(policy, { ...given, ...more })).toMatchObject({ dueOn, tooSoon });
  });
  it('opens a week before a planned start', () => {
    expect(
      dueDates({ kind: 'after-start', days: 1, realisticDays: 0 }, { ...given, startsOn: '2027-01-11' }).opensOn,
    ).toBe('2027-01-04');
  });
});

describe('rules that feed themselves', () => {
  const rule = (name: string, reads: string[], gives: string[]) => ({ name, reads, gives });
  it.each([
    ['none', [rule('a', ['x'], ['y']), rule('b', ['y'], ['z'])], null],
    ['itself', [rule('a', ['x'], ['x'])], ['a']],
    [
      'through two others',
      [rule('a', ['x'], ['y']), rule('b', ['y'], ['z']), rule('c', ['z'], ['x'])],
      ['a', 'b', 'c'],
    ],
    ['behind one that is clear', [rule('d', [], ['x']), rule('a', ['x'], ['y']), rule('b', ['y'], ['x'])], ['a', 'b']],
  ])('%s', (_name, rules, circle) => expect(ruleCircle(rules)).toEqual(circle));
});

describe('a stored reason', () => {
  const version = {
    predicate: rich,
    due: { kind: 'after-assignment', days: 14, realisticDays: 7 } as const,
    effectiveOn: '2026-11-01',
    endsOn: null,
  };
  const stored: ReasonFacts = {
    ...facts,
    assignedOn: '2026-11-20',
    afterOn: null,
    decidedOn: null,
    dueOn: '2026-12-04',
  };
  it('follows from its facts, or it is told why not', () => {
    expect(replayFault(version, stored)).toBeNull();
    expect(replayFault(version, { ...stored, group: 'office' })).toBe('not matched');
    expect(replayFault(version, { ...stored, dueOn: '2026-12-05' })).toBe('due date');
    expect(replayFault(version, { ...stored, on: '2026-10-31' })).toBe('not in force');
  });
  const sentence = (part: Partial<DescribedRule>): string =>
    describeRule(
      { ...version, courseId: 'c1', pathId: null, pathKind: null, recurrence: { kind: 'once' }, ...part },
      names,
    );
  it('comes from a rule that reads as a sentence', () => {
    expect(sentence({})).toMatch(
      /^Everyone in the site or driver group .* must hold Fatigue within 14 days of being asked, once, from 1 Nov 2026\.$/,
    );
  });
  it('says the day itself where no days are given', () => {
    const due = { kind: 'after-start', days: 0, realisticDays: 7 } as const;
    expect(sentence({ due })).toMatch(/ must hold Fatigue on the day they start, once/);
  });
  it('counts what welcomes and sees off people from their own days', () => {
    const path = { courseId: null, pathId: 'c1', recurrence: { kind: 'course' } } as const;
    expect(sentence({ ...path, pathKind: 'onboarding' })).toMatch(
      / who starts follows Fatigue, counted from their first day, from 1 Nov 2026\.$/,
    );
    expect(sentence({ ...path, pathKind: 'offboarding' })).toMatch(
      / who leaves follows Fatigue, counted from their last day, from 1 Nov 2026\.$/,
    );
  });
});

describe('how a rule asks again', () => {
  const own = (months: number) =>
    ({ kind: 'own', recurrence: { anchor: 'completion', months, windowDays: 30 } }) as const;
  it('is said', () => {
    expect(describeAgain({ kind: 'course' }, 'path')).toBeNull();
    expect(describeAgain({ kind: 'once' }, 'path')).toBe('once');
    expect(describeAgain(own(1), 'course')).toBe('again every month');
    expect(describeAgain(own(12), 'path')).toBe(
      'each course of it again every 12 months, or sooner where a course itself ends sooner',
    );
    const days = { anchor: 'fixed-dates', dates: ['03-31', '02-29'], minActiveDays: 90, windowDays: 60 } as const;
    expect(describeAgain({ kind: 'own', recurrence: days }, 'course')).toBe('again each year by 31 Mar or 29 Feb');
  });
  it('is by the rule alone for a course, and by whatever ends sooner for a course of a path', () => {
    const held = { completedOn: '2026-03-01', validUntil: '2026-08-31', windowFrom: '2026-08-01' };
    const byRule = { opensOn: '2027-01-29', dueOn: '2027-02-28' };
    expect(askedAgain(own(12), 'course', held)).toEqual(byRule);
    expect(askedAgain(own(12), 'path', held)).toEqual({ opensOn: '2026-08-01', dueOn: '2026-08-31' });
    expect(askedAgain(own(12), 'path', { ...held, validUntil: null, windowFrom: null })).toEqual(byRule);
    expect(askedAgain({ kind: 'once' }, 'path', held)).toBeNull();
    expect(askedAgain(own(1), 'path', held, { renewsUntil: null, notBefore: '2026-05-01' })).toEqual({
      opensOn: '2026-04-01',
      dueOn: '2026-05-01',
    });
  });
});
