/**
 * What was said of an entry, one line a value: ids by name where `names` knows them, lists with commas, nothing for what
 * is empty. Ids that mean nothing to anybody are left out.
 */
export function detailInWords(
  detail: Readonly<Record<string, unknown>>,
  names: Readonly<Record<string, string>>,
): { name: string; value: string }[] {
  return Object.entries(detail).flatMap(([name, value]) => {
    const text = inWords(value, names);
    return text === null ? [] : [{ name, value: text }];
  });
}

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function inWords(value: unknown, names: Readonly<Record<string, string>>): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (Array.isArray(value)) return value.flatMap((one) => inWords(one, names) ?? []).join(', ') || null;
  if (typeof value === 'object')
    return (
      Object.entries(value)
        .flatMap(([name, one]) => {
          const text = inWords(one, names);
          return text === null ? [] : [`${name} ${text}`];
        })
        .join(', ') || null
    );
  const text = String(value);
  return ID.test(text) ? (names[text] ?? null) : text;
}
