import { afterEach, describe, expect, it } from '@jest/globals';
import type { ReceivedSchedules, Schedule, ScheduleRunPage } from '@lms/contracts';
import { meQuery } from '@lms/web-platform';
import { renderRoutes, somebody, stubApi } from '@lms/web-platform/testing';
import { MantineRoot } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ComponentType } from 'react';
import { NewSchedulePage } from '../routes/NewSchedulePage.js';
import { ReceivedPage } from '../routes/ReceivedPage.js';
import { SchedulePage } from '../routes/SchedulePage.js';

const realFetch = globalThis.fetch;
const id = '00000000-0000-4000-8000-000000000007';
const me = { ...somebody, personId: id, name: 'Helen Marsh', permissions: ['self', 'people.read'] };
const schedule: Schedule = {
  ...{ id, version: 3, name: 'Late people', list: 'overdue', format: 'xlsx', filters: {}, mine: true },
  ...{ cadence: { every: 'month', day: 'last', at: '07:30' }, state: 'active', nextAt: '2026-12-31T07:30:00.000Z' },
  ...{ ownerName: 'Helen Marsh', receiving: 1, lastRun: null, unseen: 0 },
  recipients: [{ id, name: 'Helen Marsh', hasAddress: true, stoppedAt: null }],
};
const runs: ScheduleRunPage = {
  items: [
    {
      ...{ id, dueAt: '2026-11-30T07:30:00.000Z', begunAt: '2026-11-30T09:00:00.000Z', late: true, missed: 0 },
      ...{ state: 'done', refusal: null, made: 1, people: 2, atOnce: false },
      deliveries: [
        { name: 'Helen Marsh', outcome: 'made', why: null, rows: 1234, mailed: true },
        { name: 'Tom Reed', outcome: 'not-allowed', why: null, rows: null, mailed: false },
      ],
    },
  ],
  nextCursor: null,
};
/** Behind the sign-in, as in the app. */
function Known({ Page }: { Page: ComponentType }) {
  const { data } = useQuery(meQuery());
  return data ? <Page /> : null;
}
const show = (path: string, Page: ComponentType, at: string) =>
  renderRoutes(
    [
      {
        path,
        element: (
          <MantineRoot>
            <Known Page={Page} />
          </MantineRoot>
        ),
      },
      { path: '*', element: <p>elsewhere</p> },
    ],
    at,
  );

describe('schedules on the screen', () => {
  afterEach(() => {
    globalThis.fetch = realFetch;
  });

  it('are set up for the list in the address, with the next three times', async () => {
    const sent: unknown[] = [];
    stubApi({
      'GET /me': me,
      'POST /schedules': (body) => {
        sent.push(body);
        return { id };
      },
    });
    show('/schedules/new', NewSchedulePage, `/schedules/new?list=people&q=mar&organisationId=${id}`);
    expect(await screen.findByText(/Narrowed down by 2 filters/)).toBeTruthy();
    const next = screen.getByRole('region', { name: 'The next three times' });
    expect(within(next).getAllByRole('listitem')).toHaveLength(3);
    await userEvent.click(screen.getByLabelText('Monthly'));
    await userEvent.selectOptions(screen.getByLabelText('On day'), '22nd');
    for (const item of within(next).getAllByRole('listitem')) expect(item.textContent).toMatch(/ 22 .*, 07:30$/);
    await userEvent.clear(screen.getByLabelText('Name'));
    await userEvent.click(screen.getByRole('button', { name: 'Set up the schedule' }));
    expect(screen.getByText('Give it a name')).toBeTruthy();
    await userEvent.type(screen.getByLabelText('Name'), 'Mars');
    await userEvent.click(screen.getByRole('button', { name: 'Set up the schedule' }));
    expect(await screen.findByText('elsewhere')).toBeTruthy();
    expect(sent).toEqual([
      {
        ...{ name: 'Mars', format: 'xlsx', cadence: { every: 'month', day: 22, at: '07:30' }, recipientIds: [id] },
        ...{ list: 'people', filters: { q: 'mar', organisationId: id } },
      },
    ]);
  });

  it('say what became of each run for each recipient, and end only when that is meant', async () => {
    const ended: unknown[] = [];
    stubApi({
      'GET /me': me,
      [`GET /schedules/${id}`]: schedule,
      [`GET /schedules/${id}/runs`]: runs,
      [`POST /schedules/${id}/end`]: () => ended.push(1),
    });
    show('/schedules/:scheduleId', SchedulePage, `/schedules/${id}`);
    expect(await screen.findByText(/Monthly on the last day, at 07:30/)).toBeTruthy();
    expect(await screen.findByText('1 of 2 made')).toBeTruthy();
    expect(screen.getByRole('row', { name: /Helen Marsh Made 1,234 by mail/ })).toBeTruthy();
    expect(screen.getByRole('row', { name: /Tom Reed Got nothing: may not see this list/ })).toBeTruthy();
    expect(screen.getByText(/Late: Waymark was not running when it was due\. Made on/)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'End' }));
    expect(ended).toEqual([]);
    await userEvent.click(await screen.findByRole('button', { name: 'End the schedule' }));
    expect(ended).toEqual([1]);
  });

  it('are stopped by whoever they are sent to', async () => {
    const sent: unknown[] = [];
    const { name, list, format, cadence } = schedule;
    const items: ReceivedSchedules['items'] = [
      { id, name, list, format, cadence, ownerName: null, paused: false, stoppedAt: null },
    ];
    stubApi({
      'GET /me': me,
      'GET /my/schedules': () => ({ items }),
      [`PUT /my/schedules/${id}`]: (body) => {
        sent.push(body);
        items[0] = { ...(items[0] as (typeof items)[number]), stoppedAt: '2026-11-30T09:00:00.000Z' };
        return {};
      },
    });
    show('/schedules/received', ReceivedPage, `/schedules/received?stop=${id}`);
    const notice = await screen.findByText(/You asked to stop “Late people”/);
    await userEvent.click(within(notice).getByRole('button', { name: /Stop receiving/ }));
    expect(await screen.findByText('Stopped on Mon 30 Nov 2026')).toBeTruthy();
    expect(screen.getByRole('button', { name: /Receive again/ })).toBeTruthy();
    expect(sent).toEqual([{ receive: false }]);
  });
});
