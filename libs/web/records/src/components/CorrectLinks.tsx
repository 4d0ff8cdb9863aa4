import { formatDay, paths, useTexts } from '@lms/web-platform';
import { Hidden } from '@lms/web-ui';
import { Link } from 'react-router';
import { recordsTexts } from '../texts.js';
import styles from './CorrectLinks.module.css';

interface Props {
  personId: string;
  seq: number;
  title: string;
  completedOn: string;
}

/** What can be done about an entry that is wrong. */
export function CorrectLinks({ personId, seq, title, completedOn }: Props) {
  const { t } = useTexts(recordsTexts);
  const of = <Hidden> {t('correct.takeBackOf', { title, day: formatDay(completedOn) })}</Hidden>;
  return (
    <span className={styles.links}>
      <Link to={paths.recordCompletion(personId, seq)}>
        {t('correct.replace')}
        {of}
      </Link>
      <Link to={paths.takeBack(personId, seq)}>
        {t('correct.takeBack')}
        {of}
      </Link>
    </span>
  );
}
