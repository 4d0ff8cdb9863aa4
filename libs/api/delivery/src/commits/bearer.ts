/** The token of an `Authorization: Bearer …` header. */
export const bearer = (header: string | undefined): string | undefined =>
  header?.startsWith('Bearer ') ? header.slice(7) : undefined;
