interface Page<T> {
  items: readonly T[];
  nextCursor: string | null;
}

/** Every item of a list that comes in pages. While somebody goes through one of them, the database is at the next. */
export async function* allPages<T>(page: (cursor: string | undefined) => Promise<Page<T>>): AsyncGenerator<T> {
  for (let coming: Promise<Page<T>> | null = page(undefined); coming;) {
    const { items, nextCursor }: Page<T> = await coming;
    coming = nextCursor === null ? null : page(nextCursor);
    // Whoever goes no further than this page does not hear of it.
    coming?.catch(() => undefined);
    yield* items;
  }
}
