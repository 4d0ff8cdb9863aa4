import type { ComingBookings, MyChecks } from '@lms/contracts';
import { type ComponentType, createContext, useContext } from 'react';

export interface Bookings {
  /** Of the course where that is known, else the next. */
  of: (personId: string, courseId?: string) => ComingBookings['items'][number] | undefined;
  teaches: (courseId: string) => boolean;
}

/** What the places of coordinators and line managers show of other features, of which this one imports none: the app puts it in. */
export interface Parts {
  /** Asks people in, by mail or by card, after a look at who gets what. */
  InvitePeople: ComponentType<{ personIds: string[]; onClose: () => void; onDone: () => void }>;
  /** What the reader does on the paths of others. */
  Tasks: ComponentType<{ today: string }>;
  /** What is booked for these people, and which courses have a session that is coming. */
  useBookings: (personIds: readonly string[]) => Bookings;
  /** What waits for the reader's signature or check. */
  useChecks: () => MyChecks | undefined;
}

const Context = createContext<Parts | null>(null);

export const PartsProvider = Context.Provider;

export function useParts(): Parts {
  const parts = useContext(Context);
  if (!parts) throw new Error('These pages stand inside a PartsProvider');
  return parts;
}
