import type { Activity, ActivitySettings } from '@lms/contracts';

/** What every panel of a kind gets. `onSave` keeps the whole settings; saving is shown by the panel around it. */
export interface SettingsPanelProps<S extends ActivitySettings> {
  courseId: string;
  versionId: string;
  activity: Activity;
  settings: S;
  onSave: (settings: S) => void;
}
