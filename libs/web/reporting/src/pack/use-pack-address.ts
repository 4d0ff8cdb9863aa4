import { useSearchParams } from 'react-router';
import type { SubjectChoice, SubjectKind } from './subject-choices.js';

const KINDS: readonly SubjectKind[] = ['organisation', 'person', 'scheme'];
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/;

/**
 * What the pack is to be about lives in the address: shared with a link, and not lost when the page is loaded again. A scheme
 * is for whoever sees everybody.
 */
export function usePackAddress(whole: boolean) {
  const [search, setSearch] = useSearchParams();
  const kind = KINDS.slice(0, whole ? 3 : 2).find((one) => one === search.get('kind')) ?? 'organisation';
  const [id, name] = [search.get('id'), search.get('name')];
  const at = search.get('at') ?? '';
  const write = (values: Readonly<Record<string, string | null>>) =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        for (const [key, value] of Object.entries(values)) {
          if (value) next.set(key, value);
          else next.delete(key);
        }
        return next;
      },
      { replace: true, preventScrollReset: true },
    );
  const chosen: SubjectChoice | null = id ? { value: id, label: name ?? '…', detail: '' } : null;
  return {
    kind,
    chosen,
    at: MOMENT.test(at) ? at : null,
    setKind: (next: SubjectKind) => write({ kind: next, id: null, name: null }),
    choose: (choice: SubjectChoice | null) => write({ kind, id: choice?.value ?? null, name: choice?.label ?? null }),
    setAt: (next: string | null) => write({ at: next }),
  };
}
