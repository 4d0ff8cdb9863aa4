import type { ActivitySettings } from '@lms/contracts';
import { sanitisePage } from '../pages/sanitise-page.js';

/** Settings as they are kept: whatever an author sends, only what is safe to show later is stored. */
export function storedSettings(settings: ActivitySettings): ActivitySettings {
  if (settings.kind === 'page') return { ...settings, html: sanitisePage(settings.html) };
  return settings;
}
