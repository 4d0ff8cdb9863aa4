import { paths } from '@lms/web-platform';

/** Keys that lead to places after "g", for hands that know them. */
export const GO_KEYS: Readonly<Record<string, string>> = {
  t: paths.today,
  r: paths.record,
  c: paths.catalogue,
  s: paths.sessions,
  o: paths.overview,
  m: paths.matrix,
  p: paths.people,
  k: paths.courses,
  l: paths.rules,
};

const STORED = 'waymark single keys';

/** Whether single keys do something: whoever dictates or types by accident can turn them off (WCAG 2.2, 2.1.4). */
export const singleKeys = {
  on: (): boolean => localStorage.getItem(STORED) !== 'off',
  set: (on: boolean): void => {
    if (on) localStorage.removeItem(STORED);
    else localStorage.setItem(STORED, 'off');
  },
};

export type Meant = { go: string } | 'palette' | 'help' | 'search' | 'g' | null;

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/** What a key means, where `typing` is in a field and `after` is the key before it. */
export function meantBy(pressed: Pressed, { typing, after, single }: Context): Meant {
  const key = pressed.key.toLowerCase();
  if ((pressed.ctrlKey || pressed.metaKey) && !pressed.altKey) return key === 'k' ? 'palette' : null;
  if (typing || pressed.altKey || !single) return null;
  if (after === 'g') {
    const go = GO_KEYS[key];
    if (go !== undefined) return { go };
  }
  if (key === '?') return 'help';
  if (key === '/') return 'search';
  return key === 'g' ? 'g' : null;
}

interface Context {
  typing: boolean;
  after: string | null;
  single: boolean;
}
