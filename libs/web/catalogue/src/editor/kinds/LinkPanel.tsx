import type { LinkSettings } from '@lms/contracts';
import type { SettingsPanelProps } from './settings-panel.js';

export function LinkPanel({ activity }: SettingsPanelProps<LinkSettings>) {
  return <p>{activity.title}</p>;
}
