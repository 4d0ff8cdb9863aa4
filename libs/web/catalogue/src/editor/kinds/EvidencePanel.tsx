import { TagsInput } from '@mantine/core';
import type { EvidenceSettings } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { ChoiceField, FieldShell } from '@lms/web-ui';
import { useState } from 'react';
import { CheckField } from '../../fields/CheckField.js';
import fields from '../../fields/fields.module.css';
import { evidenceTexts } from './evidence-texts.js';
import styles from './PracticalPanel.module.css';
import { SavingArea } from './practical-saving-area.js';
import type { SettingsPanelProps } from './settings-panel.js';

const expiries = { needed: 'expiryNeeded', optional: 'expiryOptional', none: 'expiryNone' } as const;

/** What people send and what is asked for with it. Each part saves itself. */
export function EvidencePanel({ settings: saved, onSave }: SettingsPanelProps<EvidenceSettings>) {
  const { t } = useTexts(evidenceTexts);
  const [settings, setSettings] = useState(saved);
  const save = (part: Partial<EvidenceSettings>) => {
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
      <FieldShell label={t('issuers')} hint={t('issuersHint')}>
        {(ids) => (
          <TagsInput
            {...ids}
            size="md"
            classNames={{ input: fields.input }}
            maxTags={50}
            maxLength={120}
            acceptValueOnBlur
            value={settings.issuers}
            onChange={(issuers) => save({ issuers })}
          />
        )}
      </FieldShell>
      <fieldset className={styles.part}>
        <legend className={styles.legend}>{t('asks')}</legend>
        <CheckField
          label={t('numberNeeded')}
          checked={settings.numberNeeded}
          onChange={(numberNeeded) => save({ numberNeeded })}
        />
        <CheckField
          label={t('fileNeeded')}
          checked={settings.fileNeeded}
          onChange={(fileNeeded) => save({ fileNeeded })}
        />
      </fieldset>
      <ChoiceField
        legend={t('expiry')}
        hint={t(settings.expiry === 'none' ? 'expiryNoneHint' : 'expiryHint')}
        value={settings.expiry}
        options={(['needed', 'optional', 'none'] as const).map((value) => ({ value, label: t(expiries[value]) }))}
        onChange={(expiry) => save({ expiry })}
      />
      <p className={styles.note}>{t('checked')}</p>
    </div>
  );
}
