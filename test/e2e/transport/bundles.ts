import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';

const root = join(import.meta.dirname, '../../..');

export interface Bundles {
  appScript: string;
  frameFolder: string;
  remove: () => Promise<void>;
}

/** The real frame, and a bare app page around the real queue and host, built from the sources as they are. */
export async function buildBundles(): Promise<Bundles> {
  const folder = await mkdtemp(join(tmpdir(), 'waymark-transport-'));
  const [appFolder, frameFolder] = [join(folder, 'app'), join(folder, 'frame')];
  await build({
    configFile: join(root, 'apps/content-frame/vite.config.ts'),
    build: { outDir: frameFolder, emptyOutDir: true },
    logLevel: 'error',
  });
  await build({
    configFile: false,
    root: import.meta.dirname,
    build: {
      outDir: appFolder,
      lib: { entry: join(import.meta.dirname, 'app-page.ts'), formats: ['es'], fileName: () => 'app.js' },
    },
    logLevel: 'error',
  });
  const appScript = await readFile(join(appFolder, 'app.js'), 'utf8');
  return { appScript, frameFolder, remove: () => rm(folder, { recursive: true }) };
}
