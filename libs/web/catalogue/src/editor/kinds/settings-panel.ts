import type { Activity, ActivitySettings, PageSettings } from '@lms/contracts';

/** What every panel of a kind gets. `onSave` keeps the whole settings; saving is shown by the panel around it. */
export interface SettingsPanelProps<S extends ActivitySettings> {
  courseId: string;
  versionId: string;
  activity: Activity;
  settings: S;
  onSave: (settings: S) => void;
}

/** A page saves itself while it is written and has to know when that is done. */
export interface PagePanelProps extends SettingsPanelProps<PageSettings> {
  onKeep: (settings: PageSettings) => Promise<unknown>;
  /** Takes a length for the activity. */
  onMinutes: (minutes: number) => void;
}
