import { type ComponentType, createContext, useContext } from 'react';

/** What the page of a course shows of features that stand after this one: the app puts it in. */
export interface BrowseParts {
  /** When one can come to it; nothing where there is no session. */
  NextSessions: ComponentType<{ courseId: string }>;
}

const Context = createContext<BrowseParts>({ NextSessions: () => null });

export const BrowsePartsProvider = Context.Provider;
export const useBrowseParts = (): BrowseParts => useContext(Context);
