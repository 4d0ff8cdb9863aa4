import type { LinkSettings } from '@lms/contracts';
import { LINK_REL } from '@lms/domain';
import { useTexts } from '@lms/web-platform';
import { Icon } from '@lms/web-ui';
import { SavingField } from '../../fields/SavingField.js';
import { linkEditorTexts } from '../../texts/link-editor.js';
import { isWebAddress, meantAddress } from './link-address.js';
import styles from './LinkPanel.module.css';
import type { SettingsPanelProps } from './settings-panel.js';

/** Where a link leads, and the sentence that its reader confirms. */
export function LinkPanel({ settings, onSave }: SettingsPanelProps<LinkSettings>) {
  const { t } = useTexts(linkEditorTexts);
  const { url, statement } = settings;
  const wrong = (typed: string) => (typed && !isWebAddress(meantAddress(typed)) ? t('addressWrong') : null);
  return (
    <div className={styles.fields}>
      <SavingField
        key={url}
        label={t('address')}
        hint={t('addressHint')}
        value={url}
        maxLength={2000}
        check={wrong}
        onSave={(typed) => onSave({ ...settings, url: meantAddress(typed) })}
      />
      {url !== '' && (
        <a className={styles.look} href={url} target="_blank" rel={LINK_REL}>
          {t('look', { host: new URL(url).host })}
          <Icon name="outside" size={16} />
        </a>
      )}
      <SavingField
        label={t('statement')}
        hint={t('statementHint')}
        value={statement}
        maxLength={300}
        check={(typed) => (typed ? null : t('statementMissing'))}
        onSave={(typed) => onSave({ ...settings, statement: typed })}
      />
    </div>
  );
}
