import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../setup/paths.mjs';

const foldersIn = (dir) => {
  try {
    return readdirSync(join(root, dir), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => `${dir}/${entry.name}`);
  } catch {
    return [];
  }
};

const server = () => ['apps/api', 'libs/domain', 'libs/contracts', 'libs/demo', ...foldersIn('libs/api')];

/** The packages that run on the server, as paths from the root; those without sources yet are left out. */
export const serverPackages = () => server().filter((dir) => existsSync(join(root, dir, 'src')));

/** What is built of them: the modules of apps/api/src that are programs. */
export const serverPrograms = ['main', 'worker', 'lms'];

const shared = ['libs/domain', 'libs/contracts'];
const web = { 'apps/web': 'index.html', 'apps/content-frame': 'frame.html' };

/** The browser's programs, each with the page that its build makes and everything it may be made from. */
export const webApps = () =>
  Object.entries(web)
    .filter(([dir]) =>
      ['ts', 'mts', 'mjs', 'js'].some((ending) => existsSync(join(root, dir, `vite.config.${ending}`))),
    )
    .map(([dir, page]) => ({ dir, page, inputs: [dir, ...shared, ...foldersIn('libs/web')] }));
