import { describe, expect, it } from '@jest/globals';
import { firstRule } from './first-rule.js';

const sco = (masteryScore: number | null, minNormalizedMeasure: number | null = null) => ({
  scormType: 'sco' as const,
  masteryScore,
  minNormalizedMeasure,
});
const asset = { ...sco(null), scormType: 'asset' as const };

describe('the completion rule of a new package', () => {
  it('asks for the mastery score that all lessons share', () => {
    expect(firstRule('scorm12', [sco(80), asset, sco(80)])).toEqual({ kind: 'score', atLeast: 80 });
  });

  it('asks for no score when the lessons disagree or one has no test', () => {
    expect(firstRule('scorm12', [sco(80), sco(70)])).toEqual({ kind: 'completed-or-passed' });
    expect(firstRule('scorm12', [sco(80), sco(null)])).toEqual({ kind: 'completed-or-passed' });
  });

  it('asks for passing in SCORM 2004 only when every lesson can be passed', () => {
    expect(firstRule('scorm2004', [sco(null, 0.8), asset])).toEqual({ kind: 'passed' });
    expect(firstRule('scorm2004', [sco(null, 0.8), sco(null)])).toEqual({ kind: 'completed-or-passed' });
    expect(firstRule('scorm2004', [asset])).toEqual({ kind: 'completed-or-passed' });
  });
});
