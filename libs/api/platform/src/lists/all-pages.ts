/** Every item of a list that comes in pages. */
export async function* allPages<T>(
  page: (cursor: string | undefined) => Promise<{ items: readonly T[]; nextCursor: string | null }>,
): AsyncGenerator<T> {
  for (let cursor: string | undefined, more = true; more;) {
    const { items, nextCursor } = await page(cursor);
    yield* items;
    more = nextCursor !== null;
    cursor = nextCursor ?? undefined;
  }
}
