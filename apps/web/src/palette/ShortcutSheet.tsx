import { Modal, Switch } from '@mantine/core';
import { useTexts } from '@lms/web-platform';
import { useState } from 'react';
import styles from './palette.module.css';
import { GO_KEYS, singleKeys } from './shortcuts.js';
import { paletteTexts } from './texts.js';

type GoKey = 't';

/** Which keys do what, and the switch that turns single keys off. */
export function ShortcutSheet({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTexts(paletteTexts);
  const [single, setSingle] = useState(singleKeys.on());
  const lines: [keys: string[], text: string][] = [
    [['Ctrl K', '⌘ K'], t('help.palette')],
    [['/'], t('help.page')],
    [['?'], t('help.sheet')],
    ...Object.keys(GO_KEYS).map((key): [string[], string] => [
      [`G ${t('help.then')} ${key.toUpperCase()}`],
      t(`go.${key as GoKey}`),
    ]),
  ];
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('help.title')}
      closeButtonProps={{ 'aria-label': t('help.close') }}
    >
      <dl className={styles.keys}>
        {lines.map(([keys, text]) => (
          <div key={text + keys.join('')}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <Switch
        label={t('help.single')}
        description={t('help.singleHint')}
        checked={single}
        onChange={({ currentTarget }) => {
          singleKeys.set(currentTarget.checked);
          setSingle(currentTarget.checked);
        }}
      />
    </Modal>
  );
}
