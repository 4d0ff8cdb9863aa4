import { describe, expect, it } from '@jest/globals';
import type { PackageSco } from './my-activity.js';
import { scoState } from './sco-state.js';

const sco: PackageSco = {
  identifier: 'item-1',
  title: 'One',
  href: 'index.html',
  scormType: 'sco',
  masteryScore: 80,
  minNormalizedMeasure: 0.7,
  dataFromLms: 'data',
  maxTimeAllowed: 'PT1H',
  timeLimitAction: 'exit,no message',
  completionThreshold: 0.5,
};

describe('scoState', () => {
  it('gives each standard its own passing score', () => {
    expect(scoState('scorm12', sco, undefined)).toMatchObject({ masteryScore: 80, completionThreshold: null });
    expect(scoState('scorm2004', sco, undefined)).toMatchObject({ masteryScore: 0.7, completionThreshold: 0.5 });
  });

  it('gives what the manifest says, and nothing where an older package does not say it', () => {
    expect(scoState('scorm2004', sco, undefined)).toMatchObject({
      dataFromLms: 'data',
      maxTimeAllowed: 'PT1H',
      timeLimitAction: 'exit,no message',
      entry: 'ab-initio',
    });
    const { maxTimeAllowed: _, timeLimitAction: __, ...older } = sco;
    expect(scoState('scorm12', older, undefined)).toMatchObject({ maxTimeAllowed: null, timeLimitAction: null });
  });

  it('says how the last visit was left', () => {
    const elements = { 'cmi.core.exit': 'suspend', 'cmi.suspend_data': 's', 'waymark.ended': 'true' };
    expect(scoState('scorm12', sco, { elements, totalTime: 5, done: true })).toMatchObject({
      entry: 'resume',
      totalTime: 5,
      done: true,
    });
  });
});
