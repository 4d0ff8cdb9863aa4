import type { PageSettings } from '@lms/contracts';
import type { SettingsPanelProps } from './settings-panel.js';

export function PagePanel({ activity }: SettingsPanelProps<PageSettings>) {
  return <p>{activity.title}</p>;
}
