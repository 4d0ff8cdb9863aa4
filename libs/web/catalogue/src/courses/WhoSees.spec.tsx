import { afterEach, describe, expect, it } from '@jest/globals';
import { renderRoutes, stubApi } from '@lms/web-platform/testing';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { NewCoursePage } from '../routes/NewCoursePage.js';
import { id } from '../testing/fixtures.js';
import { adviser, inside } from '../testing/inside.js';

const realFetch = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = realFetch;
  localStorage.clear();
});

async function create(fill: () => Promise<void>): Promise<unknown> {
  const sent: unknown[] = [];
  stubApi({
    'GET /me': adviser,
    'GET /outcomes': {
      version: 2,
      items: [
        { id: id(1), name: 'Inspiring Workplaces', retired: false, courses: 2 },
        { id: id(2), name: 'Of old', retired: true, courses: 1 },
      ],
    },
    'POST /courses': (body) => {
      sent.push(body);
      return { id: id(9) };
    },
  });
  renderRoutes(
    inside([
      { path: '/courses/new', Component: NewCoursePage },
      { path: '/courses/:courseId/manage', element: <p>Created</p> },
    ]),
    '/courses/new',
  );
  await userEvent.type(await screen.findByLabelText('Title'), 'Lean');
  await userEvent.type(screen.getByLabelText('Code'), 'LEAN');
  await fill();
  await userEvent.click(screen.getByRole('button', { name: 'Create the course' }));
  await screen.findByText('Created');
  return sent[0];
}

describe('who finds a course', () => {
  it('is everyone, and nobody enrols by themselves, unless said otherwise', async () => {
    expect(await create(() => Promise.resolve())).toMatchObject({
      visibility: 'everyone',
      selfEnrolment: false,
      outcome: null,
      audience: { organisationKinds: [], employmentGroups: [] },
    });
  });

  it('is the audience that was chosen, in the order of the words, whatever was pressed first', async () => {
    const sent = await create(async () => {
      expect(screen.queryByRole('checkbox', { name: 'Site' })).toBeNull();
      await userEvent.click(screen.getByRole('radio', { name: 'Some people' }));
      for (const name of ['Driver', 'Office', 'Suppliers', 'Client', 'Client'])
        await userEvent.click(screen.getByRole('checkbox', { name }));
      await userEvent.click(screen.getByRole('checkbox', { name: /^People may enrol by themselves/ }));
      await screen.findByRole('option', { name: 'Inspiring Workplaces' });
      expect(screen.queryByRole('option', { name: 'Of old' })).toBeNull();
      await userEvent.selectOptions(await screen.findByLabelText('Alliance outcome'), 'Inspiring Workplaces');
    });
    expect(sent).toMatchObject({
      visibility: 'audience',
      audience: { organisationKinds: ['supplier'], employmentGroups: ['office', 'driver'] },
      selfEnrolment: true,
      outcome: 'Inspiring Workplaces',
    });
  });
});
