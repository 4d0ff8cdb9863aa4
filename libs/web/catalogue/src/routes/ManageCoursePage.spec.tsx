import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Course, Upload } from '@lms/contracts';
import { renderRoutes, stubApi, type Answer } from '@lms/web-platform/testing';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeXhr, FakeXhr, realXhrAgain } from '../testing/fake-xhr.js';
import { activity, course, courseVersion, id } from '../testing/fixtures.js';
import { adviser, inside } from '../testing/inside.js';
import { ManageCoursePage } from './ManageCoursePage.js';

const realFetch = globalThis.fetch;
beforeEach(fakeXhr);
afterEach(() => {
  realXhrAgain();
  globalThis.fetch = realFetch;
});

/** Answers the announcement of a file and waits until its bytes are sent. */
async function announced(uploadId: string): Promise<FakeXhr> {
  await waitFor(() => expect(FakeXhr.sent).toHaveLength(1));
  FakeXhr.sent[0]!.answer(201, {}, { location: `/api/v1/uploads/resumable/${uploadId}` });
  await waitFor(() => expect(FakeXhr.sent).toHaveLength(2));
  return FakeXhr.sent[1]!;
}

async function show(shown: Course, answers: Record<string, Answer> = {}, me = adviser) {
  const state = { course: shown };
  const unchanged = { against: null, settings: [], activities: [] };
  const comparisons = shown.versions.map((one) => [`GET /course-versions/${one.id}/changes`, unchanged]);
  const api = stubApi({
    'GET /me': me,
    [`GET /courses/${id(1)}`]: () => state.course,
    ...Object.fromEntries(comparisons),
    ...answers,
  });
  renderRoutes(
    inside([{ path: '/courses/:courseId/manage', Component: ManageCoursePage }]),
    `/courses/${id(1)}/manage`,
  );
  await screen.findByRole('heading', { level: 1, name: shown.title });
  return { ...api, state };
}
const refused = (status: number, code: string, fields: { path: string; message: string }[] = []) =>
  new Response(JSON.stringify({ type: 'about:blank', title: code, status, code, detail: 'A sentence.', fields }), {
    status,
    headers: { 'content-type': 'application/problem+json' },
  });
const chooser = () => document.querySelector<HTMLInputElement>('input[type=file][multiple]')!;
const button = (name: string | RegExp) => screen.getByRole('button', { name });

describe('uploading into a draft', () => {
  it('shows how far a file is and then the activity that it became', async () => {
    const draft = courseVersion(201);
    const upload: Partial<Upload> = { id: id(900), state: 'ready', title: 'Signs before cones' };
    let added: unknown;
    const { state } = await show(course(draft), {
      [`GET /uploads/${id(900)}`]: upload,
      [`POST /course-versions/${draft.id}/activities`]: (body) => {
        added = body;
        const activities = [activity(300, 'Signs before cones')];
        state.course = course({ ...draft, activities });
        return { id: id(300) };
      },
    });
    await userEvent.upload(chooser(), new File(['PK'.padEnd(100)], 'signs.zip'));
    const piece = await announced(id(900));
    act(() => piece.progress(42, 100));
    const bar = await screen.findByRole('progressbar', { name: 'How far signs.zip is' });
    await waitFor(() => expect(bar.getAttribute('aria-valuenow')).toBe('42'));
    piece.answer(204, {}, { 'upload-offset': '100' });
    expect(await screen.findByRole('heading', { level: 3, name: 'Signs before cones' })).not.toBeNull();
    expect(added).toEqual({ kind: 'upload', uploadId: id(900), title: 'Signs before cones' });
    expect(screen.queryByRole('list', { name: 'Files on their way' })).toBeNull();
  });

  it('shows a refusal and takes another file in its place', async () => {
    await show(course(courseVersion(202)), {
      [`GET /uploads/${id(901)}`]: {
        id: id(901),
        state: 'refused',
        refusal: 'There is no imsmanifest.xml in this zip.',
      },
    });
    await userEvent.upload(chooser(), new File(['PK'], 'bad.zip'));
    (await announced(id(901))).answer(204, {}, { 'upload-offset': '2' });
    expect((await screen.findByRole('alert')).textContent).toBe('There is no imsmanifest.xml in this zip.');
    const row = screen.getByRole('list', { name: 'Files on their way' });
    expect(within(row).getByRole('button', { name: 'Choose another file instead of bad.zip' })).not.toBeNull();
    await userEvent.upload(row.querySelector('input')!, new File(['PK'], 'good.zip'));
    expect(within(row).getByText('good.zip')).not.toBeNull();
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

describe('a draft', () => {
  it('saves a field when it is left, with the version that was read and what else is so', async () => {
    const draft = courseVersion(203);
    const sent: unknown[] = [];
    await show(course(draft), {
      [`PUT /course-versions/${draft.id}`]: (body) => {
        sent.push(body);
        return { ...draft, ...(body as object), version: 4 };
      },
    });
    const minutes = screen.getByLabelText('Minutes');
    await userEvent.clear(minutes);
    await userEvent.type(minutes, 'x');
    await userEvent.tab();
    expect(screen.getByText('Type whole minutes, 0 to 60,000.')).not.toBeNull();
    await userEvent.clear(minutes);
    await userEvent.type(minutes, '55');
    await userEvent.tab();
    const kept = { validityMonths: 24, change: 'minor', begun: 'finish', oldEndsOn: null, news: '' };
    await waitFor(() => expect(sent).toEqual([{ ...kept, minutes: 55 }]));
  });

  it('keeps what was typed when somebody else was faster, until the author chooses', async () => {
    const draft = courseVersion(204);
    const { state } = await show(course(draft), {
      [`PUT /course-versions/${draft.id}`]: () => refused(412, 'changed-meanwhile'),
    });
    state.course = course({ ...draft, minutes: 15, version: 9 });
    const minutes = screen.getByLabelText('Minutes');
    await userEvent.clear(minutes);
    await userEvent.type(minutes, '55');
    await userEvent.tab();
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('A sentence.');
    expect(alert.textContent).toContain('You typed 55');
    expect(alert.textContent).toContain('Now it says 15');
    expect(screen.getByLabelText('Minutes')).toHaveProperty('value', '55');
    await userEvent.click(button('Use theirs'));
    await waitFor(() => expect(screen.getByLabelText('Minutes')).toHaveProperty('value', '15'));
  });

  it('moves an activity by its button, by the keyboard, and not over the end', async () => {
    const activities = [activity(301, 'One'), activity(302, 'Two'), activity(303, 'Three')];
    const draft = courseVersion(205, { activities });
    const orders: unknown[] = [];
    await show(course(draft), {
      [`PUT /course-versions/${draft.id}/order`]: (body) => {
        const { activityIds } = body as { activityIds: string[] };
        orders.push(activityIds);
        return { ...draft, activities: activityIds.map((one) => activities.find((each) => each.id === one)) };
      },
    });
    const titles = () => [...document.querySelectorAll('[data-row] h3')].map((heading) => heading.textContent);
    await userEvent.click(button('Move down One'));
    expect(titles()).toEqual(['Two', 'One', 'Three']);
    expect(screen.getByText('One is now 2 of 3.')).not.toBeNull();
    await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}');
    expect(titles()).toEqual(['Two', 'Three', 'One']);
    await userEvent.click(button('Move down One'));
    await waitFor(() => expect(orders).toHaveLength(2));
    expect(orders.at(-1)).toEqual([id(302), id(303), id(301)]);
  });

  it('removes an activity at once, and takes it back', async () => {
    const draft = courseVersion(206, { activities: [activity(301, 'One')] });
    const { calls } = await show(course(draft), {
      [`DELETE /activities/${id(301)}`]: null,
      [`POST /course-versions/${draft.id}/desk`]: {
        version: draft.version,
        others: [{ personId: id(99), name: 'Daniel Osei' }],
        undo: { action: 'activity.remove', title: 'One' },
        redo: null,
        lastByOther: null,
      },
      [`POST /course-versions/${draft.id}/undo`]: { ...draft, version: 9 },
    });
    await userEvent.click(button('Remove One'));
    expect(await screen.findByText('One is removed. Undo brings it back.')).not.toBeNull();
    expect(calls).toContain(`DELETE /activities/${id(301)}`);
    await userEvent.click(await screen.findByRole('button', { name: 'Undo: removing One' }));
    expect(await screen.findByText('Taken back: removing One')).not.toBeNull();
    expect(screen.getByText('Daniel Osei is editing too')).not.toBeNull();
    const undone = () => calls.filter((call) => call.endsWith('/undo')).length;
    expect(undone()).toBe(1);
    await userEvent.keyboard('{Control>}z{/Control}');
    await waitFor(() => expect(undone()).toBe(2));
    await userEvent.type(screen.getByLabelText('Minutes'), '{Control>}z{/Control}');
    expect(undone()).toBe(2);
  });
});

describe('approval', () => {
  const waiting = (by: string) =>
    courseVersion(207, {
      state: 'in-review',
      submittedById: by,
      submittedByName: 'Somebody',
      submittedAt: '2026-11-20T15:04:00.000Z',
    });

  it('lists what is missing when asking for approval is refused', async () => {
    const draft = courseVersion(208);
    await show(course(draft), {
      [`POST /course-versions/${draft.id}/submit`]: () =>
        refused(409, 'not-ready', [
          { path: 'activities.1', message: 'The video “Taper” has no captions.' },
          { path: 'activities.2', message: 'The video “Cones” has no captions.' },
        ]),
    });
    expect(screen.queryByRole('button', { name: 'Publish' })).toBeNull();
    await userEvent.click(button('Ask for approval'));
    const alert = within(await screen.findByRole('alert'));
    expect(alert.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
      'The video “Taper” has no captions.',
      'The video “Cones” has no captions.',
    ]);
  });

  it('lets a course that is not mandatory be published at once', async () => {
    const draft = courseVersion(209);
    const { calls } = await show(course(draft, { mandatory: false }), {
      [`POST /course-versions/${draft.id}/publish`]: { ...draft, state: 'published' },
    });
    await userEvent.click(button('Publish'));
    expect(await screen.findByText('Version 1 is published.')).not.toBeNull();
    expect(calls).toContain(`POST /course-versions/${draft.id}/publish`);
  });

  it('does not let the person who asked decide, and says why', async () => {
    const version = waiting(adviser.personId);
    const { calls } = await show(course(version));
    const approve = button('Approve and publish');
    expect(approve.getAttribute('aria-disabled')).toBe('true');
    expect(document.getElementById(approve.getAttribute('aria-describedby')!)?.textContent).toBe(
      'A second person publishes this',
    );
    await userEvent.click(approve);
    expect(calls).not.toContain(`POST /course-versions/${version.id}/publish`);
    expect(button('Take it back')).not.toBeNull();
  });

  it('lets a second person return it with a reason, never without', async () => {
    const version = waiting(id(99));
    let sent: unknown;
    await show(course(version), {
      [`POST /course-versions/${version.id}/return`]: (body) => {
        sent = body;
        return version;
      },
    });
    expect(button('Approve and publish').getAttribute('aria-disabled')).toBeNull();
    await userEvent.click(button('Return it'));
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.click(dialog.getByRole('button', { name: 'Return it' }));
    expect(dialog.getByText('Say what should change.')).not.toBeNull();
    expect(sent).toBeUndefined();
    await userEvent.type(dialog.getByLabelText('Reason'), ' Page 4 ');
    await userEvent.click(dialog.getByRole('button', { name: 'Return it' }));
    await waitFor(() => expect(sent).toEqual({ reason: 'Page 4' }));
  });

  it('is only read by somebody who may not write', async () => {
    await show(course(courseVersion(210)), {}, { ...adviser, permissions: ['self', 'courses.read'] });
    for (const name of ['Ask for approval', /^Upload a file/, /^Undo/, 'Edit details'])
      expect(screen.queryByRole('button', { name })).toBeNull();
    expect(screen.getByText('Takes 40 min. Valid for 24 months.')).not.toBeNull();
  });
});
