import type { PracticalSettings } from '@lms/contracts';
import type { SettingsPanelProps } from './settings-panel.js';

export function PracticalPanel({ activity }: SettingsPanelProps<PracticalSettings>) {
  return <p>{activity.title}</p>;
}
