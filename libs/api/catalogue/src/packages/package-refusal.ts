/**
 * An uploaded file that cannot be accepted, and why. Nothing of it was kept.
 *
 * `code` is stable and kebab-case, for programs and tests; `sentence` is what the author reads, in plain English;
 * `detail` is what a technician may want besides (a line of the manifest, a parser's words).
 */
export class PackageRefusal extends Error {
  override readonly name = 'PackageRefusal';
  readonly detail: string | undefined;

  constructor(
    readonly code: string,
    readonly sentence: string,
    detail?: string,
  ) {
    super(sentence);
    // Parsers quote what they met, and that may be the whole file.
    this.detail = detail?.slice(0, 300).toWellFormed();
  }
}

/** A name from an uploaded file, made safe to show in a sentence: quoted, without control characters, not too long. */
export function quoted(name: string): string {
  const shown = name.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '�');
  return `“${shown.length > 120 ? `${shown.slice(0, 60)}…${shown.slice(-50)}` : shown}”`;
}
