import { describe, expect, it } from '@jest/globals';
import { renderMail } from '@lms/api-platform';
import { composeDigest } from './compose-digest.js';
import { dateWords } from '@lms/domain';
import { dayAway } from './day-words.js';
import type { ReminderDue } from './reminder-due.js';

const today = '2026-11-22';
const item = (given: Partial<ReminderDue>): ReminderDue => ({
  ...{
    toldId: 'me',
    knownAs: 'Sam',
    address: 'sam@example.org',
    wantsMail: true,
    personId: 'me',
    personName: 'Sam Reed',
  },
  ...{ kind: 'course', thingId: 'c1', deadline: '2026-11-25', step: 'soon-3', topic: 'training', title: 'Fatigue' },
  ...{ what: 'not started', total: 0, oldest: null, unspoken: false, again: false },
  ...given,
});
const composeWith = (unsubscribePage: string | null, ...items: ReminderDue[]) => {
  const { subject, layout } = composeDigest(items, { today, origin: 'https://w.example', unsubscribePage });
  return { subject, ...renderMail(layout) };
};
const compose = (...items: ReminderDue[]) => composeWith(null, ...items);

describe('a digest in words', () => {
  it('says dates as people do', () => {
    expect(dayAway('2026-11-27', today)).toBe('Fri 27 Nov 2026, in 5 days');
    expect(
      ['2026-11-21', '2026-11-22', '2026-11-23', '2026-11-12'].map((date) => dayAway(date, today).slice(17)),
    ).toEqual(['yesterday', 'today', 'tomorrow', '10 days ago']);
    expect(dateWords('2028-02-29')).toBe('Tue 29 Feb 2028');
  });

  it('puts the most pressing first, each with one next step', () => {
    const { subject, text } = compose(
      item({}),
      item({ kind: 'decision', what: 'evidence', title: null, deadline: today, oldest: '2026-11-20', total: 12 }),
      item({ thingId: 'c2', title: 'Incursions', step: 'overdue-1', deadline: '2026-11-21', what: 'overdue' }),
      item({ step: 'escalated', personId: 'ann', personName: 'Ann Lee', deadline: '2026-11-15', what: 'expired' }),
      item({ kind: 'task', title: 'Meet Aisha', deadline: '2026-11-20', step: 'overdue-1', what: null }),
      item({ thingId: 'c3', title: 'First aid', step: 'window', what: 'expiring', deadline: '2026-12-20' }),
    );
    expect(subject).toBe(
      'Today: 1 overdue, 1 due soon, 1 to renew, 1 task, 1 overdue among your people and 12 to decide',
    );
    expect(text).toContain(
      'OVERDUE\n\n- Incursions\n  It was due Sat 21 Nov 2026, yesterday.\n  Do it now: https://w.example/courses/c2\n\nDUE SOON',
    );
    expect(text).toContain(
      '- Meet Aisha\n  It was due Fri 20 Nov 2026, 2 days ago.\n  See your tasks: https://w.example/tasks',
    );
    expect(text).toContain('- Ann Lee\n  Fatigue: ended, renewal was due Sun 15 Nov 2026, 7 days ago.');
    expect(text).toContain(
      '- 12 cards and certificates to check\n  The longest has waited since Fri 20 Nov 2026, 2 days ago.',
    );
  });

  it('shows ten of many, and how many more there are', () => {
    const { subject, text } = compose(
      ...Array.from({ length: 25 }, (_, n) => item({ thingId: `c${n}`, title: `Course ${n}` })),
    );
    expect(subject).toBe('Today: 25 due soon');
    expect(text).toContain('Course 9');
    expect(text).not.toContain('Course 10');
    expect(text).toContain('And 15 more: https://w.example/');
  });

  it('begins with what an inbox shows, and with one thing to press', () => {
    const { html } = compose(item({ thingId: 'c2', title: 'Incursions', step: 'overdue-1' }), item({}));
    expect(html).toContain('>Incursions. It was due Wed 25 Nov 2026, in 3 days.</div>');
    expect(html.match(/class="wm-button"/g)).toHaveLength(1);
    expect(html).toMatch(/href="https:\/\/w.example\/courses\/c2" style="[^"]*background:[^"]*">Do it now/);
    // Nobody presses through to a colleague's record before having looked at who there is.
    const about = compose(item({ step: 'escalated', personId: 'ann', personName: 'Ann Lee', deadline: '2026-11-15' }));
    expect(about.html).not.toContain('class="wm-button"');
  });

  it('leads to the very item, where one waits for a decision', () => {
    const decision = (what: string, total: number) =>
      compose(item({ kind: 'decision', what, title: null, deadline: today, oldest: today, total, thingId: 'd7' })).text;
    expect(decision('evidence', 1)).toContain('https://w.example/evidence/d7');
    expect(decision('evidence', 2)).toMatch(/https:\/\/w.example\/evidence$/m);
    expect(decision('erasure', 1)).toContain('https://w.example/data-protection/erasures/d7');
  });

  it('says why it cannot be switched off, or how the rest can', () => {
    expect(compose(item({})).text).toContain('This mail cannot be switched off: your organisation');
    const { text } = composeWith('https://w.example/unsubscribe?token=t', item({ topic: 'own-wish' }));
    expect(text).toContain('The rest you can switch off.');
    expect(text).toContain('Stop the mails that are not needed: https://w.example/unsubscribe?token=t');
  });

  it('lets nobody write into the mail', () => {
    const { html } = compose(item({ title: '<img src=x onerror=alert(1)> & "more"' }));
    expect(html).not.toContain('<img');
    expect(html).toContain('&#60;img src=x onerror=alert(1)&#62; &#38; &#34;more&#34;');
  });
});
