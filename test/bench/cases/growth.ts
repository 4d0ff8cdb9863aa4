import type { BenchCase } from '../bench-case.js';
import { ask } from '../load/ask.js';
import { median } from '../load/median.js';
import { LargeAlliance } from '../setting/large-alliance.js';

const [SMALL, LARGE] = [2_500, 25_000];
/** Totals may grow as people do, and a little more. */
const TOTALS_AT_MOST = 10.5;
/** A second, and nobody has to wait for a page of totals. */
const TOTALS_MS = 1000;
const ASKED = 20;

function totalsNote(name: string, before: number, after: number): string {
  const grown = after / before;
  const kept = grown <= TOTALS_AT_MOST && after <= TOTALS_MS ? 'kept' : 'missed';
  const said = `${before.toPrecision(4)} ms to ${after.toPrecision(4)} ms, ${grown.toPrecision(3)} ×`;
  return `growth of totals (${name}): ${said}; at most ${TOTALS_AT_MOST} × and ${TOTALS_MS} ms is ${kept}.`;
}

function rowsNote(name: string, before: readonly number[], after: readonly number[]): string {
  const [was, is] = [median(before), median(after)];
  return `growth of rows (${name}): ${was.toPrecision(4)} ms to ${is.toPrecision(4)} ms, ${(is / was).toPrecision(3)} ×.`;
}

/** Milliseconds that each of these takes by itself, once each to warm up and then so many times. */
async function millisecondsOf(urls: readonly string[], token: string, rounds: number): Promise<number[]> {
  const times: number[] = [];
  for (const url of urls) await ask(url, { token });
  for (let round = 0; round < rounds; round += 1) {
    for (const url of urls) {
      const began = performance.now();
      await ask(url, { token });
      times.push(performance.now() - began);
    }
  }
  return times;
}

type Totals = Record<string, number>;

/** Milliseconds of every page of rows, by what it is a page of. */
type Rows = Record<string, number[]>;

async function costsOf(alliance: LargeAlliance, rounds: number): Promise<{ rows: Rows; totals: Totals }> {
  const { token } = await alliance.team();
  const { people, organisations, root } = await alliance.sample(ASKED);
  const api = `${alliance.instance.direct}/api/v1`;
  const pages = {
    record: people.map((id) => `${api}/people/${id}/record`),
    assignments: people.map((id) => `${api}/people/${id}/assignments`),
    organisation: organisations.map((id) => `${api}/organisations/${id}/standing`),
    matrix: [...organisations, root].map((id) => `${api}/matrix?organisationId=${id}`),
  };
  const totals = {
    organisation: `${api}/organisations/${root}/standing-totals`,
    matrix: `${api}/matrix/totals?organisationId=${root}`,
    crew: `${api}/organisations/${root}/crew-totals`,
    'crew-page': `${api}/organisations/${root}/crew`,
    overview: `${api}/overview?organisationId=${root}`,
    'overview-learning': `${api}/overview/learning?organisationId=${root}`,
  };
  const rows: Rows = {};
  for (const [name, urls] of Object.entries(pages)) rows[name] = await millisecondsOf(urls, token, rounds);
  const of: Totals = {};
  for (const [name, url] of Object.entries(totals)) of[name] = median(await millisecondsOf([url], token, rounds));
  return { rows, totals: of };
}

export const growthCase: BenchCase = {
  name: 'growth',
  title: 'What a page of rows costs at 25,000 people, beside the same at 2,500',
  unit: 'ms',
  aim: { of: 'ratio', atMost: 1.3 },
  async run(bench) {
    const alliance = await LargeAlliance.start(bench);
    try {
      await alliance.growTo(SMALL);
      const small = await costsOf(alliance, bench.pace.rounds);
      await alliance.growTo(LARGE);
      const large = await costsOf(alliance, bench.pace.rounds);
      return {
        ours: Object.values(large.rows).flat(),
        floor: Object.values(small.rows).flat(),
        notes: [
          ...Object.entries(large.rows).map(([name, after]) => rowsNote(name, small.rows[name] ?? [], after)),
          ...Object.entries(large.totals).map(([name, after]) => totalsNote(name, small.totals[name] ?? NaN, after)),
        ],
      };
    } finally {
      await alliance.stop();
    }
  },
};
