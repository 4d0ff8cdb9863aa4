import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import autocannon from 'autocannon';
import type { BenchCase } from '../bench-case.js';
import { alternate } from '../load/alternate.js';
import { CONNECTIONS } from '../load/load.js';
import { startFloor } from '../setting/floor.js';
import { type OpenPackage, openPackages, readFile } from '../setting/packages.js';

/** Files a second; every answer must be 200 and the whole body of what was asked for. */
async function loadFiles(
  url: string,
  seconds: number,
  requestsOf: (n: number) => autocannon.Request[],
): Promise<number> {
  let connection = 0;
  const result = await autocannon({
    url,
    connections: CONNECTIONS,
    duration: seconds,
    setupClient: (client) => {
      client.setRequests(requestsOf(connection));
      connection += 1;
    },
  });
  if (result.errors + result.timeouts + result.non2xx > 0 || result['2xx'] === 0) {
    throw new Error(`${url} did not answer every request as it should: ${JSON.stringify(result.statusCodeStats)}`);
  }
  return result['2xx'] / result.duration;
}

/** The same files in a folder, for the floor; and a proof that the product gives these bytes. */
async function layOut(folder: string, direct: string, packages: readonly OpenPackage[]): Promise<void> {
  for (const [n, one] of packages.entries()) {
    for (const file of one.files) {
      const target = join(folder, String(n), file.path);
      await mkdir(dirname(target), { recursive: true });
      const bytes = await readFile(direct, one, file.path);
      if (bytes.length !== file.size) throw new Error(`${file.path} has ${bytes.length} bytes, not ${file.size}`);
      await writeFile(target, bytes);
    }
  }
}

export const playCase: BenchCase = {
  name: 'play',
  title: 'The files of lessons, read by 16 learners over their content hosts',
  unit: 'requests/s',
  aim: { of: 'ratio', atLeast: 0.6 },
  async run(bench) {
    const instance = await bench.demo();
    const packages = await openPackages(instance, CONNECTIONS);
    const folder = await bench.folder('play');
    await layOut(folder, instance.direct, packages);
    const floor = await startFloor('static', { settings: { folder } });
    const each = (n: number, make: (one: OpenPackage, path: string) => autocannon.Request): autocannon.Request[] => {
      const one = packages[n % packages.length];
      if (!one) throw new Error('There are no packages');
      return one.files.map(({ path }) => make(one, path));
    };
    const ours = (n: number) => each(n, ({ host, cookie }, path) => ({ path: `/${path}`, headers: { host, cookie } }));
    const floors = (n: number) => each(n, (_, path) => ({ path: `/${n % packages.length}/${path}` }));
    try {
      const { rounds, seconds } = bench.pace;
      return await alternate(
        rounds,
        () => loadFiles(instance.direct, seconds, ours),
        () => loadFiles(floor.url, seconds, floors),
      );
    } finally {
      await floor.stop();
    }
  },
};
