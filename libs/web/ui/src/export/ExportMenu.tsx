import { Popover } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { Button } from '../button/Button.js';
import { Icon } from '../icons/Icon.js';
import styles from './ExportMenu.module.css';

export interface ExportGroup {
  /** What would be in the file. */
  label: string;
  items: { key: string; label: string; onChoose: () => void }[];
}

interface Props {
  label: string;
  groups: ExportGroup[];
  /** A link at the end: to the files that were asked for earlier. */
  files: { to: string; label: string };
  busy: boolean;
  /** How far it is, in words. */
  words: string;
  problem: string | null;
}

/** What can be had as a file; below it how far that is. */
export function ExportMenu({ label, groups, files, busy, words, problem }: Props) {
  const [opened, setOpened] = useState(false);
  return (
    <div className={styles.export}>
      <Popover {...{ opened }} onChange={setOpened} position="bottom-end" withinPortal={false} trapFocus returnFocus>
        <Popover.Target>
          <Button busy={busy} onClick={() => setOpened(!opened)}>
            <Icon name="download" size={18} />
            {label}
            <Icon name="down" size={16} />
          </Button>
        </Popover.Target>
        <Popover.Dropdown className={styles.dropdown}>
          {groups.map((group) => (
            <div key={group.label} role="group" aria-label={group.label} className={styles.group}>
              <p>{group.label}</p>
              <div>
                {group.items.map(({ key, label: text, onChoose }) => (
                  <Button
                    key={key}
                    size="small"
                    onClick={() => {
                      setOpened(false);
                      onChoose();
                    }}
                  >
                    {text}
                  </Button>
                ))}
              </div>
            </div>
          ))}
          <Link to={files.to}>{files.label}</Link>
        </Popover.Dropdown>
      </Popover>
      <p role="status" className={styles.words}>
        {words}
      </p>
      {problem && (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
    </div>
  );
}
