import { describe, expect, it } from '@jest/globals';
import type { ActivitySettings } from '@lms/contracts';
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

  it('is a question of a survey, and choices to choose from', () => {
    const survey = (questions: unknown[]) => ({
      ...{ kind: 'survey', title: 'Exit survey', noSpeech: false, captions: 0 },
      settings: { kind: 'survey', instructions: '', anonymous: true, questions } as ActivitySettings,
    });
    const choices = [{ id: 'c', text: 'Pay' }];
    const why = { id: 'q', text: 'Why?', required: true, body: { type: 'single', choices } };
    const scale = { id: 's', text: 'How safe?', required: true, body: { type: 'scale', low: '', high: '' } };
    expect(missingIn([survey([])]).map(({ message }) => message)).toEqual(['The survey “Exit survey” asks nothing.']);
    expect(missingIn([survey([scale, why])]).map(({ message }) => message)).toEqual([
      'The question “Why?” of the survey “Exit survey” needs two choices or more.',
    ]);
    expect(missingIn([survey([scale])])).toEqual([]);
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
