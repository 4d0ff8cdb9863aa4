import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { buildPackage, demoFiles } from '@lms/demo';
import type { Author, Draft, Upload } from './author.js';
import { callApi } from './browser-api.js';

const file = async (kind: string): Promise<Uint8Array> => {
  const found = demoFiles.find((each) => each.kind === kind);
  if (!found) throw new Error(`There is no ${kind} among the demonstration's files`);
  return found.read();
};
const zip = (name: Parameters<typeof buildPackage>[0]): Upload => ({
  kind: 'package',
  name: `${name}.zip`,
  bytes: buildPackage(name),
});

/** A bank of two questions: which choice is right is told by its text. */
async function bank(page: Page): Promise<string> {
  const { id } = await callApi<{ id: string }>(page, 'POST', '/question-banks', { title: 'Works access' });
  for (const text of ['Who leads you in?', 'Who leads you out?']) {
    const choices = ['The gateman', 'Anybody'].map((choice, at) => ({
      id: randomUUID(),
      text: choice,
      right: at === 0,
    }));
    await callApi(page, 'POST', `/question-banks/${id}/questions`, { text, body: { type: 'single', choices } });
  }
  return id;
}

/** One course with an activity of every kind that a learner can do alone or with somebody's signature. */
export async function courseOfEveryKind(page: Page, author: Author, assessorId: string): Promise<Draft> {
  const draft = await author.newCourse('EVERY', 'Working on the network');
  await author.addUpload(draft, 'Traffic management', zip('temporary-traffic-management'));
  await author.addUpload(draft, 'Plant and people', zip('plant-person-interface'));
  const film = await author.addUpload(draft, 'Incursions', {
    kind: 'video',
    name: 'film.mp4',
    bytes: await file('video'),
  });
  const captions = { kind: 'captions', name: 'film.vtt', bytes: await file('captions') } as const;
  const uploadId = await author.upload(captions);
  await callApi(page, 'POST', `/activities/${film}/captions`, { uploadId, language: 'en', label: 'English' });
  const pdf = { kind: 'document', name: 'handbook.pdf', bytes: await file('document') } as const;
  await author.addUpload(draft, 'Handbook', pdf);
  const add = (title: string, settings: Record<string, unknown>) =>
    author.add(draft, { kind: 'settings', title, settings });
  await add('Where to park', {
    kind: 'page',
    html: '<h2>Parking</h2><p>Park <strong>only</strong> in the compound.</p><table><tbody><tr><th scope="row">Gate</th><td>North</td></tr></tbody></table>',
  });
  await add('Works access', {
    kind: 'quiz',
    instructions: 'Two questions about the gate.',
    sections: [{ bankId: await bank(page), tag: null, count: null }],
    shuffleQuestions: true,
    shuffleChoices: true,
    passMark: 100,
    attemptsLimit: null,
    coolDownMinutes: 0,
    timeLimitMinutes: null,
    feedback: 'answers',
  });
  await add('How was it?', {
    kind: 'survey',
    instructions: '',
    anonymous: true,
    questions: [
      { id: randomUUID(), text: 'It helps my work.', required: true, body: { type: 'scale', low: 'No', high: 'Yes' } },
    ],
  });
  await add('Setting out cones', {
    kind: 'practical',
    instructions: 'Show it on the training lane.',
    items: [{ id: randomUUID(), text: 'Walks on the verge side', critical: true }],
    assessors: { trainers: false, lineManagers: false, personIds: [assessorId] },
    photos: false,
  });
  await add('Skills card', {
    kind: 'evidence',
    instructions: 'Your card, both sides.',
    issuers: ['Lantra'],
    numberNeeded: true,
    expiry: 'optional',
    fileNeeded: false,
  });
  await add('Driving for work', {
    kind: 'link',
    url: 'https://guidance.example/driving-for-work',
    statement: 'I have read the guidance on driving for work.',
  });
  await author.publish(draft);
  return draft;
}
