import { accessSync, constants } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';
import { Stop } from './stop-sentence.mjs';

const oldest = [22, 22];

/** Whether a version such as '24.21.0' is new enough to run the product. */
export const isNewEnough = (version) => {
  const [major, minor] = version.replace(/^v/, '').split('.').map(Number);
  return major > oldest[0] || (major === oldest[0] && minor >= oldest[1]);
};

/** The Node programs to try, best first: the one among the packages, else the one that runs this. */
export function nodePrograms() {
  const programs = [];
  const bundled = join(root, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node');
  try {
    accessSync(bundled, constants.X_OK);
    programs.push(bundled);
  } catch {
    // No such package for this machine.
  }
  if (isNewEnough(process.versions.node)) programs.push(process.execPath);
  return programs;
}

export const noNode = () =>
  new Stop(
    `Waymark needs Node ${oldest.join('.')} or newer, and this is ${process.versions.node} on ${process.platform} ${process.arch}: install a newer Node and run the command again.`,
  );
