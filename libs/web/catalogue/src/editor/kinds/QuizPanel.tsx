import type { QuizSettings } from '@lms/contracts';
import type { SettingsPanelProps } from './settings-panel.js';

export function QuizPanel({ activity }: SettingsPanelProps<QuizSettings>) {
  return <p>{activity.title}</p>;
}
