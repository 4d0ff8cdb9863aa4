import { readFileSync } from 'node:fs';
import path from 'node:path';

/** Where the built content frame stands; the application says. */
export abstract class FrameFolder {
  abstract readonly path: string;
}

const TYPES: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.map': 'application/json',
};

/** The page in which a package runs, with the one origin it may talk to filled in. */
export function framePage(folder: string, appOrigin: string): string {
  return readFileSync(path.join(folder, 'frame.html'), 'utf8').replaceAll('%APP_ORIGIN%', appOrigin);
}

/** A script or style of the frame; undefined when there is none of that name. */
export function frameAsset(folder: string, name: string): { type: string; bytes: Buffer } | undefined {
  const type = TYPES[path.extname(name)];
  if (!type || !/^[\w.-]+$/.test(name)) return undefined;
  try {
    return { type, bytes: readFileSync(path.join(folder, name)) };
  } catch {
    return undefined;
  }
}
