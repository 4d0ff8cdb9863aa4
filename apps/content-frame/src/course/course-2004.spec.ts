import { beforeEach, describe, expect, it } from '@jest/globals';
import { CourseRig, scosOf } from '../testing/course-rig.js';
import { controlMode, item, manifest2004 } from '../testing/manifests.js';

const three = item('a') + item('b') + item('c');
const rigOf = (manifest: string, ...identifiers: string[]): CourseRig =>
  new CourseRig('scorm2004', manifest, scosOf(...(identifiers.length > 0 ? identifiers : ['a', 'b', 'c'])));
let rig: CourseRig;

const set = (...pairs: [string, string][]): void =>
  pairs.forEach(([element, value]) => rig.api.SetValue?.(element, value));
const begin = (...pairs: [string, string][]): void => {
  rig.api.Initialize?.('');
  set(...pairs);
};
const get = (element: string): string | undefined => rig.api.GetValue?.(element);
const done: [string, string] = ['cmi.completion_status', 'completed'];

beforeEach(() => localStorage.clear());

describe('a SCORM 2004 course with flow and choice', () => {
  beforeEach(() => {
    rig = rigOf(manifest2004(three, controlMode('choice="true" flow="true"'))).launch();
  });

  it('starts with the first, and offers what sequencing allows', () => {
    expect(rig.at).toBe('a.html');
    begin();
    expect([get('adl.nav.request_valid.continue'), get('adl.nav.request_valid.previous')]).toEqual(['true', 'false']);
    expect(get('adl.nav.request_valid.choice.{target=c}')).toBe('true');
    expect(rig.contents).toMatchObject({ current: 'a', next: 'yes', previous: 'no' });
  });

  it('goes where the content wishes when it terminates', async () => {
    begin(done, ['adl.nav.request', 'continue']);
    rig.api.Terminate?.('');
    await rig.settle();
    expect(rig.at).toBe('b.html');
    begin(['adl.nav.request', '{target=c}choice']);
    rig.api.Terminate?.('');
    await rig.settle();
    expect(rig.at).toBe('c.html');
    begin(['adl.nav.request', 'previous']);
    rig.api.Terminate?.('');
    await rig.settle();
    expect(rig.shown).toEqual(['a.html', 'b.html', 'c.html', 'b.html']);
  });

  it('takes the learner’s step before the content’s wish, and takes it once', async () => {
    begin();
    const { api } = rig;
    rig.onUnload = () => {
      api.SetValue?.('adl.nav.request', '{target=c}choice');
      api.Terminate?.('');
    };
    rig.go('next');
    await rig.settle();
    expect(rig.shown).toEqual(['a.html', 'b.html']);
  });

  it('keeps the data of parts apart', () => {
    begin(['cmi.suspend_data', 'of a'], ['cmi.location', '1'], ['cmi.interactions.0.id', 'q'], ['cmi.exit', 'suspend']);
    rig.go('next');
    begin();
    expect([get('cmi.suspend_data'), get('cmi.location'), get('cmi.interactions._count'), get('cmi.entry')]).toEqual([
      '',
      '',
      '0',
      'ab-initio',
    ]);
    rig.go('previous');
    begin();
    expect([get('cmi.suspend_data'), get('cmi.interactions.0.id'), get('cmi.entry')]).toEqual(['of a', 'q', 'resume']);
  });

  it('closes when the content leaves the whole course, and starts anew the next time', async () => {
    begin(done, ['adl.nav.request', 'exitAll']);
    rig.api.Terminate?.('');
    await rig.settle();
    expect(rig.said.some((message) => message.type === 'closed')).toBe(true);
    expect(rig.kept.get('a')).toMatchObject({ 'cmi.completion_status': 'completed' });
    rig.launch();
    expect(rig.at).toBe('a.html');
    expect(rig.states()).toMatchObject({ a: 'done' });
  });

  it.each(['in peace', 'in the middle', 'with a last word'])('resumes the part that was open, left %s', async (how) => {
    begin(done);
    rig.go('next');
    begin(['cmi.location', 'p7']);
    const { api } = rig;
    if (how === 'in peace') rig.course.close();
    if (how === 'with a last word') {
      rig.course.leaving(true);
      api.SetValue?.('cmi.exit', 'suspend');
      api.Terminate?.('');
    }
    await rig.settle();
    rig.launch();
    expect(rig.at).toBe('b.html');
    begin();
    expect([get('cmi.entry'), get('cmi.location')]).toEqual(['resume', 'p7']);
    expect(get('adl.nav.request_valid.previous')).toBe('true');
    expect(rig.states()).toMatchObject({ a: 'done', b: 'begun' });
  });

  it('gives a part that ended normally a new attempt with fresh data', () => {
    begin(['cmi.suspend_data', 'old'], ['cmi.interactions.0.id', 'q'], ['cmi.exit', 'normal']);
    rig.api.Terminate?.('');
    rig.go('next');
    rig.go('previous');
    begin();
    expect([get('cmi.entry'), get('cmi.suspend_data'), get('cmi.interactions._count')]).toEqual(['ab-initio', '', '0']);
    rig.launch();
    expect(rig.kept.get('a')).toMatchObject({ 'cmi.suspend_data': '', 'cmi.interactions.0.id': '' });
    begin();
    expect([get('cmi.entry'), get('cmi.suspend_data')]).toEqual(['ab-initio', '']);
  });
});

describe('rules of a SCORM 2004 package', () => {
  it('without choice, only the way on is open', () => {
    rig = rigOf(manifest2004(three, controlMode('choice="false" flow="true"'))).launch();
    begin();
    expect(rig.choices()).toEqual([]);
    rig.go('part', 'c');
    expect(rig.at).toBe('a.html');
    rig.go('next');
    expect(rig.at).toBe('b.html');
  });

  it('without flow, the learner chooses', () => {
    rig = rigOf(manifest2004(three, controlMode('choice="true" flow="false"'))).launch();
    expect(rig.at).toBe('a.html');
    begin();
    expect(rig.contents).toMatchObject({ next: 'no', previous: 'no' });
    rig.go('part', 'c');
    expect(rig.at).toBe('c.html');
    rig.launch();
    expect(rig.at).toBe('c.html');
  });

  it('forward only', () => {
    rig = rigOf(manifest2004(three, controlMode('choice="false" flow="true" forwardOnly="true"'))).launch();
    rig.go('next');
    begin();
    expect(rig.contents).toMatchObject({ current: 'b', previous: 'no', next: 'yes' });
  });

  it('a part that is disabled until an objective of another is satisfied', async () => {
    const objective = (write: boolean): string =>
      `<imsss:objectives><imsss:primaryObjective objectiveID="p"><imsss:mapInfo targetObjectiveID="g"
        readSatisfiedStatus="${!write}" writeSatisfiedStatus="${write}"/></imsss:primaryObjective></imsss:objectives>`;
    const rule = `<imsss:sequencingRules><imsss:preConditionRule><imsss:ruleConditions conditionCombination="any">
      <imsss:ruleCondition operator="not" condition="satisfied"/>
      <imsss:ruleCondition operator="not" condition="objectiveStatusKnown"/></imsss:ruleConditions>
      <imsss:ruleAction action="disabled"/></imsss:preConditionRule></imsss:sequencingRules>`;
    const items =
      item('a', `<imsss:sequencing>${objective(true)}</imsss:sequencing>`) +
      item('b', `<imsss:sequencing>${rule}${objective(false)}</imsss:sequencing>`);
    rig = rigOf(manifest2004(items, controlMode('choice="true" flow="true"')), 'a', 'b').launch();
    // A part that says nothing would count as satisfied once it is left (SN 3.13.3).
    begin(['cmi.success_status', 'failed']);
    await rig.settle();
    expect(rig.choices()).not.toContain('b');
    expect(rig.contents.next).toBe('no');
    expect(get('cmi.objectives.0.id')).toBe('p');
    set(done, ['cmi.success_status', 'passed']);
    await rig.settle();
    expect(rig.contents.next).toBe('yes');
    rig.api.Terminate?.('');
    await rig.settle();
    rig.launch();
    rig.go('next');
    expect(rig.at).toBe('b.html');
  });

  it('retries by a rule after a failed attempt, and moves on after a good one', async () => {
    const rules = `<imsss:sequencing><imsss:sequencingRules>
      <imsss:postConditionRule><imsss:ruleConditions><imsss:ruleCondition condition="satisfied"/></imsss:ruleConditions>
        <imsss:ruleAction action="continue"/></imsss:postConditionRule>
      <imsss:postConditionRule><imsss:ruleConditions><imsss:ruleCondition operator="not" condition="satisfied"/></imsss:ruleConditions>
        <imsss:ruleAction action="retry"/></imsss:postConditionRule></imsss:sequencingRules></imsss:sequencing>`;
    rig = rigOf(
      manifest2004(item('a', rules) + item('b'), controlMode('choice="true" flow="true"')),
      'a',
      'b',
    ).launch();
    begin(done, ['cmi.success_status', 'failed'], ['cmi.exit', 'normal']);
    rig.api.Terminate?.('');
    await rig.settle();
    expect(rig.shown).toEqual(['a.html', 'a.html']);
    begin(done, ['cmi.success_status', 'passed']);
    rig.api.Terminate?.('');
    await rig.settle();
    expect(rig.at).toBe('b.html');
  });

  it('hides the player’s own buttons where the package asks for it', () => {
    const hide = `<adlnav:presentation><adlnav:navigationInterface><adlnav:hideLMSUI>continue</adlnav:hideLMSUI>
      <adlnav:hideLMSUI>previous</adlnav:hideLMSUI></adlnav:navigationInterface></adlnav:presentation>`;
    rig = rigOf(manifest2004(item('a', hide) + item('b'), controlMode('choice="true" flow="true"')), 'a', 'b').launch();
    expect(rig.contents).toMatchObject({ next: 'hidden', previous: 'hidden' });
    rig.go('part', 'b');
    expect(rig.contents.previous).toBe('yes');
  });

  it('shares sequencing by reference, and data between parts', () => {
    const more = `<imsss:sequencingCollection><imsss:sequencing ID="s"><imsss:controlMode choice="false" flow="true"/>
      </imsss:sequencing></imsss:sequencingCollection>`;
    const data = '<adlcp:data><adlcp:map targetID="box" readSharedData="true" writeSharedData="true"/></adlcp:data>';
    const manifest = manifest2004(item('a', data) + item('b', data), '<imsss:sequencing IDRef="s"/>', more);
    rig = rigOf(manifest, 'a', 'b').launch();
    begin(['adl.data.0.store', 'from a']);
    expect(rig.choices()).toEqual([]);
    rig.go('next');
    begin();
    expect(get('adl.data.0.store')).toBe('from a');
    rig.launch();
    begin();
    expect(rig.at).toBe('b.html');
    expect(get('adl.data.0.store')).toBe('from a');
  });

  it('is plain order where a package has no rules', async () => {
    rig = rigOf(manifest2004(three)).launch();
    expect(rig.contents).toMatchObject({ next: 'yes', previous: 'no' });
    begin(['adl.nav.request', 'continue']);
    rig.api.Terminate?.('');
    await rig.settle();
    expect(rig.at).toBe('b.html');
  });
});

it('remembers a course of two hundred parts within what an element may hold', () => {
  const names = Array.from({ length: 200 }, (_, n) => `part-${n}`);
  const manifest = manifest2004(names.map((name) => item(name)).join(''), controlMode('choice="true" flow="true"'));
  rig = rigOf(manifest, ...names).launch();
  for (let n = 0; n < 20; n += 1) {
    begin(done);
    rig.go('next');
  }
  for (const elements of rig.kept.values()) {
    for (const value of Object.values(elements)) expect(value.length).toBeLessThan(70_000);
  }
  rig.launch();
  expect(rig.at).toBe('part-20.html');
  expect(Object.values(rig.states()).filter((state) => state === 'done')).toHaveLength(20);
});
