import { afterEach, describe, expect, it } from '@jest/globals';
import type { CataloguePage } from '@lms/contracts';
import { type Answer, problem, renderRoutes, stubApi } from '@lms/web-platform/testing';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { id } from '../testing/fixtures.js';
import { BrowsePage } from './BrowsePage.js';
import { item, page } from './testing/fixtures.js';

const realFetch = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = realFetch;
});

const facets: CataloguePage['facets'] = {
  topic: [
    { value: 'Site safety', count: 7 },
    { value: 'Wellbeing', count: 2 },
  ],
  kind: [{ value: 'in-person', count: 4 }],
  length: [
    { value: 'longer', count: 5 },
    { value: 'to-15', count: 1 },
  ],
  outcome: [],
  validity: [],
};

async function show(at: string, answer: Answer) {
  const asked: string[] = [];
  const api = stubApi({
    'GET /catalogue': (_body, url) => {
      asked.push(url.search);
      return typeof answer === 'function' ? answer(undefined, url) : answer;
    },
    [`PUT /catalogue/${id(1)}/bookmark`]: null,
    [`DELETE /catalogue/${id(1)}/bookmark`]: () => problem(503, 'busy', 'Busy.'),
  });
  const { router } = renderRoutes([{ path: '/catalogue', Component: BrowsePage }], at);
  await screen.findByRole('heading', { level: 1, name: 'Catalogue' });
  return { router, asked, calls: api.calls };
}

describe('the catalogue', () => {
  it('keeps words, filters and "saved" in the address', async () => {
    const { router, asked } = await show('/catalogue', page([item(1, 'Incursions')], { facets, total: 1234 }));
    expect(screen.getByRole('heading', { name: '1,234 courses' })).not.toBeNull();
    await userEvent.type(screen.getByRole('searchbox', { name: 'Search courses' }), 'cone');
    // The links of the page name the words too, once it is drawn again.
    const leadsTo = (name: string, search: string) =>
      waitFor(() => expect(screen.getByRole('link', { name }).getAttribute('href')).toContain(search));
    await leadsTo('In person 4', 'q=cone');
    await userEvent.click(screen.getByRole('link', { name: 'In person 4' }));
    await leadsTo('Saved', 'kind=in-person');
    await userEvent.click(screen.getByRole('link', { name: 'Saved' }));
    await waitFor(() => expect(router.state.location.search).toBe('?q=cone&kind=in-person&saved=true'));
    await waitFor(() => expect(asked.at(-1)).toBe('?q=cone&kind=in-person&saved=true'));
    await userEvent.click(screen.getByRole('link', { name: 'In person 4' }));
    await waitFor(() => expect(router.state.location.search).toBe('?q=cone&saved=true'));
  });

  it('shows each filter with what it leaves, lengths in their order, and takes all off at once', async () => {
    const { router } = await show('/catalogue?topic=Gone&length=longer&q=x', page([], { facets }));
    const names = (label: string) =>
      within(screen.getByRole('navigation', { name: label }))
        .getAllByRole('link')
        .map((link) => link.textContent);
    expect(names('Length')).toEqual(['Up to 15 min 1', 'More than 1 h 5']);
    expect(names('Topic')).toEqual(['Gone 0', 'Site safety 7', 'Wellbeing 2']);
    expect(screen.queryByRole('navigation', { name: 'Alliance outcome' })).toBeNull();
    expect(screen.getByRole('link', { name: 'More than 1 h 5' }).getAttribute('aria-current')).toBe('true');
    expect(screen.getByRole('heading', { name: 'No course matches.' })).not.toBeNull();
    await userEvent.click(screen.getByRole('link', { name: 'Clear filters' }));
    expect(router.state.location.search).toBe('?q=x');
  });

  it('keeps the words when a filter is pressed before they were searched for', async () => {
    const { router } = await show('/catalogue', page([item(1, 'Dust')], { facets }));
    await userEvent.type(screen.getByRole('searchbox'), 'mask');
    await userEvent.click(screen.getByRole('link', { name: 'More than 1 h 5' }));
    await waitFor(() => expect(router.state.location.search).toBe('?length=longer&q=mask'));
    expect(screen.getByRole<HTMLInputElement>('searchbox').value).toBe('mask');
  });

  it('asks nothing of the API that the address made up', async () => {
    const { asked } = await show('/catalogue?kind=evil&length=1&saved=yes&page=3&topic=', page([]));
    expect(asked).toEqual(['']);
  });

  it('marks what was searched for, and writes markup as text', async () => {
    await show(
      '/catalogue?q=mask',
      page([
        item(1, 'Dust', {
          title: [
            { text: 'Dust & ', hit: false },
            { text: 'masks', hit: true },
          ],
          summary: [{ text: '<img src=x onerror=alert(1)>', hit: false }],
          found: {
            in: 'document',
            text: [
              { text: 'wear a ', hit: false },
              { text: 'mask', hit: true },
            ],
          },
          standing: 'expiring',
          kinds: ['lesson', 'in-person'],
          minutes: 90,
        }),
      ]),
    );
    const row = within(screen.getByRole('list', { name: '1 course' }));
    expect(row.getByRole('link', { name: 'Dust & masks' }).getAttribute('href')).toBe(`/catalogue/${id(1)}`);
    expect(row.getByText('masks').tagName).toBe('MARK');
    expect(row.getByText('<img src=x onerror=alert(1)>')).not.toBeNull();
    expect(document.querySelector('img')).toBeNull();
    expect(row.getByText(/^In a document:/).textContent).toBe('In a document: … wear a mask …');
    for (const fact of ['Lesson', 'In person', '1 h 30 min', 'Expiring']) expect(row.getByText(fact)).not.toBeNull();
  });

  it('says what it searched for instead, and goes there', async () => {
    const { router } = await show('/catalogue?q=saftey', page([item(1, 'Safety')], { didYouMean: 'safety' }));
    expect(screen.getByText(/^Nothing holds/).textContent).toBe('Nothing holds “saftey”. Did you mean safety?');
    await userEvent.click(screen.getByRole('link', { name: 'safety' }));
    expect(router.state.location.search).toBe('?q=safety');
  });

  it.each([
    ['?q=zzz', 'Nothing holds “zzz”.'],
    ['?saved=true', 'Nothing is saved yet.'],
    ['', 'There is no course to see yet.'],
  ])('says why nothing is there: %s', async (search, title) => {
    await show(`/catalogue${search}`, page([]));
    expect(screen.getByRole('heading', { name: title })).not.toBeNull();
  });

  it('shows more by the cursor', async () => {
    await show('/catalogue', (_body: unknown, url: URL) =>
      url.searchParams.has('cursor')
        ? page([item(2, 'Fatigue')], { facets: null, total: 2 })
        : page([item(1, 'Incursions')], { nextCursor: 'next', total: 2 }),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Show more' }));
    expect(await screen.findByRole('link', { name: 'Fatigue' })).not.toBeNull();
    expect(screen.getAllByRole('listitem').filter((one) => within(one).queryByRole('heading'))).toHaveLength(2);
  });

  it('saves a course for later', async () => {
    let saved = false;
    const { calls } = await show('/catalogue', () => {
      const answer = page([item(1, 'Incursions', { saved })]);
      saved = true;
      return answer;
    });
    await userEvent.click(screen.getByRole('button', { name: 'Save Incursions' }));
    expect(await screen.findByRole('button', { name: /^Saved: Incursions/ })).not.toBeNull();
    expect(calls).toContain(`PUT /catalogue/${id(1)}/bookmark`);
  });
});
