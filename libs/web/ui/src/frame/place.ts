import type { LogoBrand } from './Logo.js';
import type { IconName } from '../icons/icon-paths.js';

/** One place of the rail. */
export interface Place {
  to: string;
  label: string;
  icon: IconName;
  /** The heading that it stands under with its neighbours; none for what everybody has. */
  group?: string;
  /** Matches only the address itself, not what is below it. */
  exact?: boolean;
  /** On a phone it stands beside the first place, before what comes in between. */
  near?: boolean;
  /** How many things wait there. */
  count?: number;
  /** What the count means, for a screen reader: "waiting". */
  countText?: string;
}

export interface FrameTexts {
  brand: LogoBrand;
  skip: string;
  places: string;
  more: string;
}
