import { nameKey } from './entry-name.js';
import { resolvePath } from './launch-url.js';
import { PackageRefusal, quoted } from './package-refusal.js';

/**
 * Finds the file that a reference means: by its exact name, decoded, or but for its case, since many packages were made
 * where case makes no difference. The answer is the file's own path. Refusals: `launch-file-missing`, `launch-outside`.
 */
export function fileIndex(paths: readonly string[]): (reference: string, shown: string) => string {
  const exact = new Set(paths);
  const byKey = new Map(paths.map((path) => [nameKey(path), path]));
  return (reference, shown) => {
    const decoded = resolvePath(reference, shown).normalize('NFC');
    // A file may really be called "a%20b.html".
    const literal = reference.replace(/^(\.\/)+/, '').normalize('NFC');
    for (const candidate of [decoded, literal]) if (exact.has(candidate)) return candidate;
    const found = byKey.get(nameKey(decoded)) ?? byKey.get(nameKey(literal));
    if (found !== undefined) return found;
    throw new PackageRefusal(
      'launch-file-missing',
      `The package starts ${quoted(shown)}, but there is no such file in the zip file.`,
    );
  };
}
