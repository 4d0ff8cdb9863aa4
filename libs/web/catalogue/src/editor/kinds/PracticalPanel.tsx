import type { PracticalSettings } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { useState } from 'react';
import { CheckField } from '../../fields/CheckField.js';
import { PracticalItems } from './PracticalItems.js';
import { practicalTexts } from './practical-texts.js';
import { PracticalSigners } from './PracticalSigners.js';
import styles from './PracticalPanel.module.css';
import { SavingArea } from './practical-saving-area.js';
import type { SettingsPanelProps } from './settings-panel.js';

/** What a practical is made of: what is done, what is looked at, who may sign. Each part saves itself. */
export function PracticalPanel({ activity, settings: saved, onSave }: SettingsPanelProps<PracticalSettings>) {
  const { t } = useTexts(practicalTexts);
  const [settings, setSettings] = useState(saved);
  const save = (part: Partial<PracticalSettings>) => {
    const next = { ...settings, ...part };
    setSettings(next);
    onSave(next);
  };
  return (
    <div className={styles.panel}>
      <SavingArea
        label={t('instructions')}
        hint={t('instructionsHint')}
        value={settings.instructions}
        maxLength={4000}
        onSave={(instructions) => save({ instructions })}
      />
      <PracticalItems items={settings.items} onSave={(items) => save({ items })} />
      <PracticalSigners
        activityId={activity.id}
        assessors={settings.assessors}
        onSave={(assessors) => save({ assessors })}
      />
      <CheckField label={t('photos')} checked={settings.photos} onChange={(photos) => save({ photos })} />
    </div>
  );
}
