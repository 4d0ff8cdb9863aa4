export const FILTERS = ['version', 'from', 'to'] as const;
export type FilterName = (typeof FILTERS)[number];

/** The part of the address that the API understands; what is not a number or a day is left out. */
export function filterSearch(params: URLSearchParams): string {
  const fits: Readonly<Record<FilterName, RegExp>> = {
    version: /^[1-9]\d{0,5}$/,
    from: /^\d{4}-\d\d-\d\d$/,
    to: /^\d{4}-\d\d-\d\d$/,
  };
  const search = new URLSearchParams();
  for (const name of FILTERS) {
    const value = params.get(name) ?? '';
    if (fits[name].test(value)) search.set(name, value);
  }
  return search.toString();
}

/** The address with one of them changed; empty takes it off. */
export function withFilter(params: URLSearchParams, name: FilterName, value: string): URLSearchParams {
  const next = new URLSearchParams(params);
  if (value) next.set(name, value);
  else next.delete(name);
  return next;
}
