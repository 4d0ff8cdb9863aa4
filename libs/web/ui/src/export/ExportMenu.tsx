import { Link } from 'react-router';
import { Hidden } from '../base/Hidden.js';
import { Button } from '../button/Button.js';
import { Dropdown } from '../dropdown/Dropdown.js';
import styles from './ExportMenu.module.css';

export interface ExportGroup {
  /** What would be in the file. */
  label: string;
  items: { key: string; label: string; onChoose: () => void }[];
  /** A link beside it: to have it made again and again. */
  schedule?: { to: string; label: string };
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
  /** Whether it is open as it comes. */
  opened?: boolean;
}

/** What can be had as a file; below it how far that is. */
export function ExportMenu({ label, groups, files, busy, words, problem, opened }: Props) {
  return (
    <div className={styles.export}>
      <Dropdown {...{ label, busy, opened }} icon="download" side="end">
        {(close) => (
          <>
            {groups.map((group) => (
              <div key={group.label} role="group" aria-label={group.label} className={styles.group}>
                <p>
                  {group.label}
                  {group.schedule && (
                    <Link to={group.schedule.to}>
                      {group.schedule.label}
                      <Hidden> {group.label}</Hidden>
                    </Link>
                  )}
                </p>
                <div>
                  {group.items.map(({ key, label: text, onChoose }) => (
                    <Button
                      key={key}
                      size="small"
                      onClick={() => {
                        close();
                        onChoose();
                      }}
                    >
                      {text}
                    </Button>
                  ))}
                </div>
              </div>
            ))}
            <Link to={files.to} className={styles.files}>
              {files.label}
            </Link>
          </>
        )}
      </Dropdown>
      <div role="status" className={styles.words}>
        {words}
      </div>
      {problem && (
        <div role="alert" className={styles.problem}>
          {problem}
        </div>
      )}
    </div>
  );
}
