/** What an uploaded package may be at most. Sizes are bytes. */
export interface PackageLimits {
  /** The zip file itself. */
  compressedBytes: number;
  /** All files together once unpacked. */
  totalBytes: number;
  files: number;
  /** Folders and the file name together: `a/b/c.html` is 3. */
  depth: number;
  /** Characters of one path. */
  pathLength: number;
  /** How many times larger one file may become by unpacking… */
  entryRatio: number;
  /** …and all files together. */
  totalRatio: number;
  /** Below this unpacked size neither ratio is looked at: small text packs well and does no harm. */
  ratioFrom: number;
  /** The manifest alone: it is the only file that is read into memory. */
  manifestBytes: number;
}

const MB = 1024 * 1024;

export const DEFAULT_LIMITS: Readonly<PackageLimits> = {
  compressedBytes: 2048 * MB,
  totalBytes: 4096 * MB,
  files: 10_000,
  depth: 20,
  pathLength: 240,
  entryRatio: 200,
  totalRatio: 100,
  ratioFrom: 10 * MB,
  manifestBytes: 8 * MB,
};

/** What a PDF document may be at most. */
export const DOCUMENT_BYTES = 200 * MB;

/** A size as people read it: "512 bytes", "3 MB", "2 GB". */
export function sizeInWords(bytes: number): string {
  if (bytes < 1024) return `${bytes} bytes`;
  if (bytes < MB) return `${Math.round(bytes / 1024)} kB`;
  if (bytes < 1024 * MB) return `${Math.round(bytes / MB)} MB`;
  return `${Math.round((bytes / MB / 1024) * 10) / 10} GB`;
}
