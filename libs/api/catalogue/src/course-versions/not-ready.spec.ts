import { describe, expect, it } from '@jest/globals';
import { missingIn } from './not-ready.js';

const video = { kind: 'video', title: 'Incursions', noSpeech: false, captions: 0, settings: null };

describe('what is missing in a version', () => {
  it('is an activity when there is none', () => {
    expect(missingIn([])).toEqual([{ path: 'activities', message: 'Add at least one activity.' }]);
  });

  it('is captions for each video in which somebody speaks', () => {
    const document = { kind: 'document', title: 'Handbook', noSpeech: false, captions: 0, settings: null };
    const missing = missingIn([document, video, { ...video, title: 'Plant' }]);
    expect(missing.map((field) => field.path)).toEqual(['activities.1', 'activities.2']);
    expect(missing[1]?.message).toContain('“Plant” has no captions');
  });

  it('is nothing once a video has captions or no speech', () => {
    expect(
      missingIn([
        { ...video, captions: 1 },
        { ...video, noSpeech: true },
      ]),
    ).toEqual([]);
  });
});
