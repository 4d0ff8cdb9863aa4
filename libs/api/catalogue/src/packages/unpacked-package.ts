import type { ItemFacts } from './scorm-item.js';

/**
 * One thing that is launched: a lesson that reports (`sco`), or plain pages that never report anything (`asset`). An
 * asset has to count as completed once it has been opened: nothing else will ever say so. A correct
 * package may consist of assets alone.
 */
export interface LaunchableItem extends ItemFacts {
  identifier: string;
  title: string;
  scormType: 'sco' | 'asset';
  /** The address relative to the package's root, percent-encoded, with its query, parameters and fragment. */
  href: string;
  /** The path of the file that the address opens, as in {@link PackageFile}. */
  path: string;
}

export interface PackageFile {
  /** Relative to the package's root, `/` between parts, Unicode form C, not encoded. */
  path: string;
  sha256: string;
  size: number;
  /** By its name's ending alone, never by its bytes; `application/octet-stream` when the ending says nothing. */
  mediaType: string;
}

export interface UnpackedPackage {
  standard: 'scorm12' | 'scorm2004';
  /** In words: `1.2`, `2004 4th edition`. */
  edition: string;
  title: string;
  /** The folder of the zip file that was the package's root, ending in `/`; '' when it was the top. */
  entryRoot: string;
  /** At least one, in the order of the organisation. */
  scos: LaunchableItem[];
  files: PackageFile[];
  organizationCount: number;
  /** Bytes of all files together. */
  totalSize: number;
}
