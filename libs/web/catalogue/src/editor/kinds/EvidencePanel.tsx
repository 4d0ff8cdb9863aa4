import type { EvidenceSettings } from '@lms/contracts';
import type { SettingsPanelProps } from './settings-panel.js';

export function EvidencePanel({ activity }: SettingsPanelProps<EvidenceSettings>) {
  return <p>{activity.title}</p>;
}
