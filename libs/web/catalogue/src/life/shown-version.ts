/** The version that the address names, else the newest. */
export function shownVersion<V extends { number: number }>(
  versions: readonly V[],
  wanted: string | null,
): V | undefined {
  return versions.find((version) => String(version.number) === wanted) ?? versions[0];
}
