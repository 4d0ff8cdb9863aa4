/** A contains-pattern for ILIKE in which what a person typed has no special meaning; null when nothing was typed. */
export function likePattern(typed: string | undefined): string | null {
  return typed ? `%${typed.replace(/[\\%_]/g, '\\$&')}%` : null;
}
