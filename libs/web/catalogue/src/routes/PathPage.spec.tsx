import { afterEach, describe, expect, it } from '@jest/globals';
import type { SavePathVersionRequest } from '@lms/contracts';
import { problem, renderRoutes, stubApi, type Answer } from '@lms/web-platform/testing';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { courseItem, id, path, pathVersion } from '../testing/fixtures.js';
import { adviser, inside } from '../testing/inside.js';
import { PathPage } from './PathPage.js';

const realFetch = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = realFetch;
});

const version = pathVersion();
const put = `PUT /path-versions/${version.id}`;

async function show(answers: Record<string, Answer> = {}) {
  const saved: SavePathVersionRequest[] = [];
  const ifMatch: (string | null)[] = [];
  const state = { path: path(version), seen: version.version };
  const api = stubApi({
    'GET /me': adviser,
    [`GET /paths/${id(60)}`]: () => state.path,
    'GET /courses': { items: [courseItem(11, 'Welcome'), courseItem(13, 'Site induction')], nextCursor: null },
    [put]: (body) => {
      saved.push(body as SavePathVersionRequest);
      state.seen += 1;
      return { ...version, version: state.seen };
    },
    ...answers,
  });
  const stubbed = globalThis.fetch;
  globalThis.fetch = (input, init) => {
    if (init?.method === 'PUT') ifMatch.push(new Headers(init.headers).get('if-match'));
    return stubbed(input, init);
  };
  renderRoutes(inside([{ path: '/paths/:pathId', Component: PathPage }]), `/paths/${id(60)}`);
  await screen.findByRole('heading', { level: 1, name: 'Site operative' });
  return { ...api, saved, ifMatch, state };
}
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const steps = () => [...document.querySelectorAll('[data-row] [data-row] b')].map((title) => title.textContent);

describe('the editor of a path', () => {
  it('adds a stage and a course to it, and saves the whole draft when typing pauses', async () => {
    const { saved, ifMatch } = await show();
    await userEvent.click(button('Add a stage'));
    expect(screen.getByText('Not saved yet: something is missing')).not.toBeNull();
    const stage = within(screen.getByRole('heading', { level: 3, name: /Stage 2/ }).closest('li')!);
    await userEvent.type(stage.getByLabelText('Name of the stage'), 'First day');
    await userEvent.clear(stage.getByLabelText('Days from the first day'));
    await userEvent.type(stage.getByLabelText('Days from the first day'), '0');
    await userEvent.click(stage.getByRole('button', { name: /Add a course/ }));
    await userEvent.type(stage.getByLabelText('Find a course by title, code or topic'), 'site');
    await userEvent.click(await screen.findByRole('option', { name: /Site induction/ }));
    await screen.findByText('Saved', {}, { timeout: 3000 });
    expect(saved.at(-1)).toEqual({
      audience: { organisationKinds: [], employmentGroups: ['site'] },
      sequential: false,
      change: 'minor',
      running: 'stay',
      stages: [
        {
          title: 'Before you start',
          dayOffset: -7,
          choices: [],
          steps: [expect.objectContaining({ courseId: id(11) }), expect.objectContaining({ courseId: id(12) })],
        },
        {
          title: 'First day',
          dayOffset: 0,
          choices: [],
          steps: [expect.objectContaining({ kind: 'course', courseId: id(13), optional: false, dayOffset: null })],
        },
      ],
    });
    expect(ifMatch).toEqual(saved.map((_, index) => `"${version.version + index}"`));
    expect(screen.queryByRole('option', { name: /Welcome/ })?.hasAttribute('data-combobox-disabled')).not.toBe(false);
  });

  it('reorders courses, over the edge of a stage too, and takes a removed one back', async () => {
    const { saved } = await show();
    await userEvent.click(button('Move down Welcome'));
    expect(steps()).toEqual(['Fatigue', 'Welcome']);
    await userEvent.click(button('Remove Fatigue'));
    expect(steps()).toEqual(['Welcome']);
    await userEvent.click(button('Put it back'));
    expect(steps()).toEqual(['Fatigue', 'Welcome']);
    await userEvent.click(button('Add a stage'));
    await userEvent.type(screen.getAllByLabelText('Name of the stage')[1]!, 'Later');
    await userEvent.click(button('Move down Welcome'));
    expect(screen.getByText('Welcome is now in Later.')).not.toBeNull();
    await waitFor(
      () =>
        expect(
          saved.at(-1)?.stages.map(({ title, steps: own }) => [title, own.map(({ courseId }) => courseId)]),
        ).toEqual([
          ['Before you start', [id(12)]],
          ['Later', [id(11)]],
        ]),
      { timeout: 3000 },
    );
  });

  it('draws the route with the dates of an example, and what opens what', async () => {
    await show();
    const route = screen.getByRole('list', { name: 'What people see' });
    expect(within(route).getAllByRole('listitem')).toHaveLength(2);
    expect(within(route).getByText('Welcome').closest('li')?.textContent).toContain('Due Mon\u00a030\u00a0Nov');
    await userEvent.click(button('Details Fatigue'));
    await userEvent.click(screen.getByLabelText('Optional', { selector: 'input' }));
    expect(within(route).getByText(/Optional, due/)).not.toBeNull();
  });

  it('makes a task, says who does it and how the newcomer reads it, and undoes what is typed in one go', async () => {
    const { saved } = await show();
    await userEvent.click(button(/Add a task/));
    await userEvent.type(screen.getByLabelText('What is to be done'), 'Show round');
    await userEvent.selectOptions(screen.getByLabelText('Who does it'), 'Their line manager');
    await userEvent.click(screen.getByLabelText('How the newcomer reads it'));
    await userEvent.paste('{who} shows you round');
    const route = screen.getByRole('list', { name: 'What people see' });
    expect(within(route).getByText('Your line manager shows you round')).not.toBeNull();
    await userEvent.selectOptions(screen.getByLabelText('Must be done first'), 'Fatigue');
    expect(within(route).getByText(/Opens after Fatigue/)).not.toBeNull();
    await waitFor(
      () =>
        expect(saved.at(-1)?.stages[0]?.steps[2]).toMatchObject({
          kind: 'task',
          title: 'Show round',
          learnerTitle: '{who} shows you round',
          doer: 'line-manager',
          after: [id(72)],
        }),
      { timeout: 3000 },
    );
    for (let n = 0; n < 3; n += 1) await userEvent.click(button('Undo'));
    expect(screen.getByLabelText('What is to be done')).toHaveProperty('value', 'Show round');
    await userEvent.click(button('Undo'));
    expect(screen.getByLabelText('What is to be done')).toHaveProperty('value', '');
    await userEvent.click(button('Redo'));
    expect(screen.getByLabelText('What is to be done')).toHaveProperty('value', 'Show round');
  });

  it('does not offer what would close a circle', async () => {
    await show();
    await userEvent.click(button('Details Fatigue'));
    await userEvent.selectOptions(screen.getByLabelText('Must be done first'), 'Welcome');
    await userEvent.click(button('Details Welcome'));
    expect(screen.queryAllByLabelText('Must be done first')).toHaveLength(0);
    await userEvent.click(button('Do not wait for Welcome'));
    expect(screen.getAllByLabelText('Must be done first')).toHaveLength(2);
  });

  it('makes a choice of two steps and says how many are enough', async () => {
    const { saved } = await show();
    await userEvent.click(button('Details Fatigue'));
    await userEvent.selectOptions(screen.getByLabelText('On its own, or one of several'), 'new');
    expect(screen.getByText('Put more steps into this choice than are needed of it.')).not.toBeNull();
    await userEvent.click(button('Details Welcome'));
    await userEvent.selectOptions(screen.getAllByLabelText('On its own, or one of several')[0]!, 'Any 1 of 1: Fatigue');
    expect(screen.queryByText('Put more steps into this choice than are needed of it.')).toBeNull();
    await waitFor(
      () => {
        const stage = saved.at(-1)?.stages[0];
        expect(stage?.choices).toMatchObject([{ need: 1 }]);
        expect(stage?.steps.map(({ choice }) => choice)).toEqual(Array(2).fill(stage?.choices[0]?.key));
      },
      { timeout: 3000 },
    );
  });

  it('asks what a later version means for those who are on the path, and who they are', async () => {
    const next = { ...version, number: 2 };
    const one = {
      enrolmentId: id(90),
      personId: id(91),
      name: 'Aisha Karim',
      organisationName: 'Brackenfell',
      startsOn: '2026-11-30',
      versionNumber: 1,
      done: 1,
      total: 4,
    };
    const published = { ...version, id: id(62), state: 'published' as const };
    await show({
      [`GET /paths/${id(60)}`]: { ...path(version), versions: [next, published] },
      [`GET /path-versions/${version.id}/affected`]: { items: [one], nextCursor: null, people: 1 },
    });
    await userEvent.click(screen.getByLabelText('move to this one'));
    expect(await screen.findByText('1 person moves to this version')).not.toBeNull();
    expect(screen.getByText('Brackenfell. 1 of 4 done on version 1.')).not.toBeNull();
  });

  it('reads the audience as a sentence and changes it in place', async () => {
    const { saved } = await show();
    expect(button('Employment groups: the site')).not.toBeNull();
    await userEvent.click(button(/^Organisations: [a-z]+ organisation$/));
    await userEvent.click(await screen.findByLabelText('Suppliers'));
    await userEvent.click(screen.getByLabelText('Partners'));
    expect(button('Organisations: a partner or a supplier')).not.toBeNull();
    await waitFor(() => expect(saved.at(-1)?.audience.organisationKinds).toEqual(['partner', 'supplier']), {
      timeout: 3000,
    });
  });

  it('keeps one’s own when somebody else saved meanwhile, and saves it over theirs only when told', async () => {
    let theirs = false;
    const sent: SavePathVersionRequest[] = [];
    const { state, ifMatch } = await show({
      [put]: (body) => {
        if (!theirs) return problem(412, 'changed-meanwhile');
        sent.push(body as SavePathVersionRequest);
        return { ...version, version: 31 };
      },
    });
    await userEvent.type(screen.getByLabelText('Name of the stage'), ' soon');
    await screen.findByText(/Somebody else changed this meanwhile/, {}, { timeout: 3000 });
    theirs = true;
    state.path = path({ ...version, version: 30, stages: [] });
    expect(screen.getByLabelText('Name of the stage')).toHaveProperty('value', 'Before you start soon');
    await userEvent.click(button('Save mine instead'));
    await waitFor(() => expect(sent.map(({ stages }) => stages[0]?.title)).toEqual(['Before you start soon']));
    expect(ifMatch.at(-1)).toBe('"30"');
  });

  it('saves what is still being typed before it asks for approval', async () => {
    const { calls, saved } = await show({ [`POST /path-versions/${version.id}/submit`]: null });
    await userEvent.type(screen.getByLabelText('Name of the stage'), '!');
    await userEvent.click(button('Ask for approval'));
    await waitFor(() => expect(calls).toContain(`POST /path-versions/${version.id}/submit`));
    expect(calls.indexOf(put)).toBeLessThan(calls.indexOf(`POST /path-versions/${version.id}/submit`));
    expect(saved[0]?.stages[0]?.title).toBe('Before you start!');
  });
});
