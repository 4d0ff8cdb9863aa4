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
      stages: [
        {
          title: 'Before you start',
          dayOffset: -7,
          steps: [
            { courseId: id(11), optional: false },
            { courseId: id(12), optional: false },
          ],
        },
        { title: 'First day', dayOffset: 0, steps: [{ courseId: id(13), optional: false }] },
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
    await userEvent.click(button('Undo'));
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
    await userEvent.click(screen.getByLabelText('Fatigue', { exact: false, selector: 'input' }));
    expect(within(route).getByText(/Optional, due/)).not.toBeNull();
  });

  it('reads the audience as a sentence and changes it in place', async () => {
    const { saved } = await show();
    expect(button('Employment groups: the site')).not.toBeNull();
    await userEvent.click(button('Organisations: any organisation'));
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
