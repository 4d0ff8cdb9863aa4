import type { ActivityChange } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { Hidden } from '@lms/web-ui';
import { Fragment } from 'react';
import { builderTexts } from '../../texts/builder.js';
import styles from './Changes.module.css';

type Runs = NonNullable<ActivityChange['words']>;

/** How many unchanged words stand around a change; longer stretches are folded. */
const AROUND = 12;

/** The words of a page: what went struck through, what came underlined, and what stayed only where it helps to read. */
export function WordChanges({ words }: { words: Runs }) {
  const { t } = useTexts(builderTexts);
  if (words.length === 0) return <p className={styles.note}>{t('changes.look')}</p>;
  return (
    <p className={styles.words}>
      {words.map((run, index) => (
        <Fragment key={index}>
          {run.is === 'same' ? (
            <Stayed text={run.text} first={index === 0} last={index === words.length - 1} />
          ) : run.is === 'added' ? (
            <ins>
              <Hidden>{t('changes.added')}: </Hidden>
              {run.text}
            </ins>
          ) : (
            <del>
              <Hidden>{t('changes.removed')}: </Hidden>
              {run.text}
            </del>
          )}{' '}
        </Fragment>
      ))}
    </p>
  );
}

function Stayed({ text, first, last }: { text: string; first: boolean; last: boolean }) {
  const { t } = useTexts(builderTexts);
  const all = text.split(' ');
  const head = first ? [] : all.slice(0, AROUND);
  const tail = last ? [] : all.slice(-AROUND);
  const folded = all.length - head.length - tail.length;
  if (folded <= AROUND) return <>{text}</>;
  return (
    <>
      {head.join(' ')} <span className={styles.gap}>{t('changes.gap', { count: folded })}</span> {tail.join(' ')}
    </>
  );
}
