import type { CheckedEntry } from './check-entries.js';
import { PackageRefusal, quoted } from './package-refusal.js';

/** The manifest, and the folder that everything in it is relative to: '' or `folder/`. */
export interface FoundManifest {
  manifest: CheckedEntry;
  root: string;
}

const ACCEPTED = 'SCORM 1.2 and SCORM 2004 packages are accepted.';

/**
 * The manifest at the top of the zip, or in one folder at the top when the author packed the folder itself.
 * Refusals: `several-packages`, `manifest-too-deep`, `cmi5-package`, `tin-can-package`, `aicc-package`, `zip-in-zip`,
 * `no-manifest`.
 */
export function findManifest(files: readonly CheckedEntry[]): FoundManifest {
  const found = files.filter((file) => baseName(file.path) === 'imsmanifest.xml');
  const atTop = found.find((file) => !file.path.includes('/'));
  if (atTop) return { manifest: atTop, root: '' };
  const inFolder = found.filter((file) => file.path.split('/').length === 2);
  if (inFolder.length > 1) {
    throw new PackageRefusal(
      'several-packages',
      'The zip file holds several packages. Upload each as its own zip file.',
    );
  }
  const [only] = inFolder;
  if (only) return { manifest: only, root: only.path.slice(0, only.path.indexOf('/') + 1) };
  throw missing(files, found[0]);
}

function missing(files: readonly CheckedEntry[], deeper: CheckedEntry | undefined): PackageRefusal {
  if (deeper) {
    return new PackageRefusal(
      'manifest-too-deep',
      `The file imsmanifest.xml must be at the top of the zip file or in one folder there; here it is ${quoted(deeper.path)}.`,
    );
  }
  const names = files.map((file) => baseName(file.path));
  if (names.includes('cmi5.xml')) return other('cmi5-package', 'a cmi5 package');
  if (names.includes('tincan.xml')) return other('tin-can-package', 'a Tin Can (xAPI) package');
  if (names.some((name) => /\.(crs|au)$/.test(name))) return other('aicc-package', 'an AICC package');
  const zips = files.filter((file) => file.path.toLowerCase().endsWith('.zip'));
  if (zips.length > 0 && zips.length === files.length) {
    const inner = quoted(zips[0]?.path ?? '');
    return new PackageRefusal(
      'zip-in-zip',
      `The zip file only holds another zip file, ${inner}. Upload that one itself.`,
    );
  }
  return new PackageRefusal(
    'no-manifest',
    `There is no file imsmanifest.xml in the zip file, so it is not a SCORM package. ${ACCEPTED}`,
  );
}

function other(code: string, what: string): PackageRefusal {
  return new PackageRefusal(code, `This is ${what}. ${ACCEPTED}`);
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).toLowerCase();
}
