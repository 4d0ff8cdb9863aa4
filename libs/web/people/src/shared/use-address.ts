import { useSearchParams } from 'react-router';

/** The filters in the address: shared with a link, taken back with the back button. */
export function useAddress() {
  const [search, setSearch] = useSearchParams();
  const withValue = (values: URLSearchParams, name: string, value: string | null | undefined) => {
    const next = new URLSearchParams(values);
    if (value) next.set(name, value);
    else next.delete(name);
    return next;
  };
  return {
    read: (name: string): string | undefined => search.get(name) ?? undefined,
    /** The address with another value, for a link. */
    to: (name: string, value: string | null) => ({ search: withValue(search, name, value).toString() }),
    /** `replace` where every letter typed would be a step back otherwise. */
    write: (name: string, value: string | null | undefined, { replace = false } = {}) =>
      setSearch((values) => withValue(values, name, value), { replace, preventScrollReset: true }),
    clear: () => setSearch({}, { preventScrollReset: true }),
  };
}
