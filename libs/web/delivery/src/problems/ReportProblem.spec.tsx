import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ReportProblemRequest } from '@lms/contracts';
import { problem, stubApi } from '@lms/web-platform/testing';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { offerVisitLog } from '../scorm/visit-log.js';
import { ReportProblem } from './ReportProblem.js';

const realFetch = globalThis.fetch;
const path = 'POST /my/activities/act/problems';
const launchId = '01900000-0000-7000-8000-000000000001';
let takeBack: () => void;

beforeEach(() => {
  sessionStorage.clear();
  const call = { n: 1, at: '2026-11-23T10:00:00.000Z', sco: 'one', call: 'Commit', element: '', value: '' };
  takeBack = offerVisitLog(() => ({ launchId, calls: [{ ...call, length: 0, answer: 'false', error: '391' }] }));
});
afterEach(() => {
  globalThis.fetch = realFetch;
  takeBack();
});

async function write(words: string): Promise<void> {
  await userEvent.click(screen.getByRole('button', { name: 'Report a problem' }));
  if (words !== '') await userEvent.type(screen.getByLabelText('In your own words'), words);
  await userEvent.click(screen.getByRole('button', { name: 'Send' }));
}

describe('ReportProblem', () => {
  it('sends the words with the log of the visit and the facts of the device', async () => {
    let sent: ReportProblemRequest | null = null;
    stubApi({
      [path]: (body) => {
        sent = body as ReportProblemRequest;
        return { id: 'r' };
      },
    });
    render(<ReportProblem activityId="act" waiting={3} />);
    await write('The page stays white');
    expect(await screen.findByText(/It has arrived/)).toBeTruthy();
    expect(sent).toMatchObject({ words: 'The page stays white', launchId, calls: [{ error: '391' }] });
    expect(sent).toMatchObject({ device: { waiting: 3, timeZone: expect.any(String) } });
  });

  it('keeps the words where it could not be sent, and sends the same report again', async () => {
    const ids: string[] = [];
    const answers = [problem(503, 'busy', 'Try again in a minute.'), Response.json({ id: 'r' })];
    stubApi({
      [path]: (body) => {
        ids.push((body as ReportProblemRequest).id);
        return answers[ids.length - 1] ?? null;
      },
    });
    render(<ReportProblem activityId="act" waiting={0} />);
    await write('Sound is missing');
    expect((await screen.findByRole('alert')).textContent).toContain('Try again in a minute.');
    expect(sessionStorage.getItem('waymark.problem.act')).toBe('Sound is missing');
    await userEvent.click(screen.getByRole('button', { name: 'Send' }));
    expect(await screen.findByText(/It has arrived/)).toBeTruthy();
    expect(new Set(ids).size).toBe(1);
    expect(sessionStorage.getItem('waymark.problem.act')).toBeNull();
  });

  it('asks for words', async () => {
    const { calls } = stubApi({});
    render(<ReportProblem activityId="act" waiting={0} />);
    await write('');
    expect(screen.getByText('Say in a few words what went wrong.')).toBeTruthy();
    expect(calls).toEqual([]);
  });
});
