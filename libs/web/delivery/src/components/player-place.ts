import { paths } from '@lms/web-platform';
import { createContext, useContext } from 'react';

/** Where a player stands: in learning, or in a preview that keeps nothing. */
export interface PlayerPlace {
  /** The address of an activity. */
  activity: (courseId: string, activityId: string) => string;
  /** The way out; learning ends on Today. */
  back: { to: string; text: string } | null;
  preview: boolean;
}

const learning: PlayerPlace = { activity: paths.activity, back: null, preview: false };

export const PlayerPlaceContext = createContext<PlayerPlace>(learning);

export const usePlayerPlace = (): PlayerPlace => useContext(PlayerPlaceContext);
