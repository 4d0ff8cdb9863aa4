import type { Import, ImportRow } from '@lms/contracts';
import { paths, problemText, useTexts } from '@lms/web-platform';
import { Button, toast } from '@lms/web-ui';
import { Link } from 'react-router';
import { useImportChanges } from '../api/imports.js';
import { importTexts } from '../texts.js';
import styles from './rows.module.css';

/** Somebody who is known already may be meant: says who, and asks. */
export function WhoIsIt({ row, shown }: { row: ImportRow; shown: Import }) {
  const { t } = useTexts(importTexts);
  const { choose } = useImportChanges(shown.id);
  const say = (choice: string) => {
    choose(row.n, choice).catch((error: unknown) => toast(problemText(error)));
  };
  return (
    <div className={styles.who}>
      <p>{t('rows.whoIsIt')}</p>
      <ul>
        {row.likely.map(({ personId, name, detail }) => (
          <li key={personId}>
            <span>
              <Link to={paths.person(personId)}>{name}</Link>
              <span className={styles.quiet}>{detail}</span>
            </span>
            <Button size="small" aria-pressed={row.choice === personId} onClick={() => say(personId)}>
              {t('rows.itIs', { name })}
            </Button>
          </li>
        ))}
        <li>
          <span />
          <Button size="small" aria-pressed={row.choice === 'new'} onClick={() => say('new')}>
            {t('rows.somebodyNew')}
          </Button>
        </li>
      </ul>
    </div>
  );
}
