import { afterEach, describe, expect, it } from '@jest/globals';
import { AskForMyself, type CatalogueCourse, type MyRequest } from '@lms/contracts';
import { meQuery } from '@lms/web-platform';
import { problem, renderRoutes, somebody, stubApi } from '@lms/web-platform/testing';
import { useQuery } from '@tanstack/react-query';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Outlet } from 'react-router';
import { id } from '../testing/fixtures.js';
import { CatalogueCoursePage } from './CatalogueCoursePage.js';
import { course } from './testing/fixtures.js';

const realFetch = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = realFetch;
});

function Inside() {
  const { data } = useQuery(meQuery());
  return data ? <Outlet /> : null;
}

const waiting: MyRequest = {
  ...{ id: id(7), kind: 'extension', courseId: id(1), dueOn: null, why: '', state: 'waiting' },
  ...{ askedAt: '2026-11-23T09:00:00.000Z', decidedByName: null, decision: '' },
};

async function show(first: Partial<CatalogueCourse>, then: Partial<CatalogueCourse> = first, refusal?: Response) {
  let current = course(first);
  let asked: MyRequest[] = [];
  const change = () => {
    if (refusal) return refusal;
    current = course(then);
    return null;
  };
  const { calls } = stubApi({
    'GET /me': somebody,
    'GET /my/requests': () => ({ items: asked }),
    'POST /my/requests': (body) => {
      asked = [{ ...waiting, ...AskForMyself.parse(body) }];
      return { id: waiting.id };
    },
    [`DELETE /my/requests/${waiting.id}`]: () => {
      asked = [];
      return null;
    },
    [`GET /catalogue/${id(1)}`]: () => current,
    [`PUT /catalogue/${id(1)}/enrolment`]: change,
    [`DELETE /catalogue/${id(1)}/enrolment`]: change,
  });
  renderRoutes(
    [{ Component: Inside, children: [{ path: '/catalogue/:courseId', Component: CatalogueCoursePage }] }],
    `/catalogue/${id(1)}`,
  );
  await screen.findByRole('heading', { level: 1, name: 'Lean and HELMA' });
  return calls;
}
const enrolled: Partial<CatalogueCourse> = {
  mine: true,
  mayEnrol: false,
  mayWithdraw: true,
  standing: 'not started',
  reasons: [{ kind: 'self', pathTitle: null }],
};
const player = () => screen.queryByRole('link', { name: /^(Start|Carry on|Open|Renew)$/ });

describe('a course of the catalogue', () => {
  it('says what it is, and lets in whoever wants to', async () => {
    const calls = await show({}, enrolled);
    expect(screen.getByText('24 months')).not.toBeNull();
    expect(screen.getByText('Lesson, 30 min')).not.toBeNull();
    expect(screen.getByRole('link', { name: 'Improvement' }).getAttribute('href')).toBe('/catalogue?topic=Improvement');
    expect(player()).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Enrol' }));
    expect((await screen.findByRole('link', { name: 'Start' })).getAttribute('href')).toBe(`/courses/${id(1)}`);
    expect(screen.getByText('You enrolled by yourself. It has no due date.')).not.toBeNull();
    expect(screen.queryByRole('button', { name: 'Enrol' })).toBeNull();
    expect(calls).toContain(`PUT /catalogue/${id(1)}/enrolment`);
  });

  it('lets out again', async () => {
    await show(enrolled, {});
    await userEvent.click(screen.getByRole('button', { name: 'Withdraw' }));
    expect(await screen.findByRole('button', { name: 'Enrol' })).not.toBeNull();
    expect(player()).toBeNull();
  });

  it('shows the sentence of a refusal and what stands now', async () => {
    await show({}, {}, problem(409, 'already-yours', 'You have been given this course already.'));
    await userEvent.click(screen.getByRole('button', { name: 'Enrol' }));
    expect((await screen.findByRole('alert')).textContent).toBe('You have been given this course already.');
  });

  it('says why it is asked, by when, and offers no way out of it', async () => {
    await show({
      ...enrolled,
      mayWithdraw: false,
      standing: 'overdue',
      dueOn: '2026-11-20',
      reasons: [
        { kind: 'path', pathTitle: 'Site operative' },
        { kind: 'self', pathTitle: null },
        { kind: 'person', pathTitle: null },
      ],
    });
    expect(screen.getByText(/^Due/).textContent).toBe('Due Fri 20 Nov 2026, 3 days ago.');
    expect(screen.getByText('The path Site operative asks you for it.')).not.toBeNull();
    expect(screen.getByText('Somebody asks you for it.')).not.toBeNull();
    expect(screen.queryByRole('button', { name: 'Withdraw' })).toBeNull();
    expect(player()?.textContent).toBe('Start');
  });

  it.each<[string, Partial<CatalogueCourse>, string | undefined]>([
    ['in progress', { standing: 'in progress' }, 'Carry on'],
    ['valid', { standing: 'valid', completedOn: '2026-01-01', validUntil: '2027-12-31' }, 'Open'],
    ['expiring', { standing: 'expiring', validUntil: '2026-12-01' }, 'Renew'],
    ['not open yet', { standing: 'not started', opensOn: '2026-12-01' }, undefined],
    ['in person', { activities: [{ title: 'With a trainer', kind: 'in-person', minutes: null }] }, undefined],
  ])('opens the player by the verb that fits: %s', async (_name, facts, verb) => {
    await show({ ...enrolled, ...facts });
    expect(player()?.textContent).toBe(verb);
  });

  it('asks for it where nobody enrols by themselves, with why, and takes that back', async () => {
    await show({ mayEnrol: false });
    expect(screen.getByText(/If you need it, ask for it/)).not.toBeNull();
    expect(screen.queryByRole('button', { name: 'Enrol' })).toBeNull();
    await userEvent.click(await screen.findByRole('button', { name: 'Ask for this course' }));
    await userEvent.click(screen.getByRole('button', { name: 'Send it' }));
    expect(screen.getByText('Say why.')).not.toBeNull();
    await userEvent.type(screen.getByLabelText('Why'), 'I will lift beams');
    await userEvent.click(screen.getByRole('button', { name: 'Send it' }));
    expect(await screen.findByText(/^You asked for this course/)).not.toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Take it back' }));
    expect(await screen.findByRole('button', { name: 'Ask for this course' })).not.toBeNull();
  });

  it('asks for more time, for a day after the due date', async () => {
    await show({ ...enrolled, mayWithdraw: false, standing: 'not started', dueOn: '2026-12-04' });
    await userEvent.click(await screen.findByRole('button', { name: 'Ask for more time' }));
    expect(screen.getByDisplayValue('2026-12-18')).not.toBeNull();
    await userEvent.type(screen.getByLabelText('Why'), 'On nights');
    await userEvent.click(screen.getByRole('button', { name: 'Send it' }));
    expect(await screen.findByText(/until Fri 18 Dec 2026/)).not.toBeNull();
  });
});
