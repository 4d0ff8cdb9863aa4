import type { CatalogueItem } from '@lms/contracts';
import { formatMinutes, paths, useTexts } from '@lms/web-platform';
import { Row, StandingLabel } from '@lms/web-ui';
import { Link } from 'react-router';
import { browseTexts } from '../texts/browse.js';
import styles from './browse.module.css';
import { Marked, plainText } from './Marked.js';
import { SaveButton } from './SaveButton.js';
import { kindText, standingKey } from './words.js';

/** A course that was found: why it was, what it asks, and how one stands in it. */
export function CourseRow({ item }: { item: CatalogueItem }) {
  const { t, rich } = useTexts(browseTexts);
  const facts = [...item.kinds.map(kindText), ...(item.minutes > 0 ? [formatMinutes(item.minutes)] : [])];
  return (
    <Row
      title={
        <Link className={styles.title} to={paths.catalogueCourse(item.courseId)}>
          <Marked text={item.title} />
        </Link>
      }
      detail={
        <>
          {item.summary.length > 0 && (
            <p className={styles.summary}>
              <Marked text={item.summary} />
            </p>
          )}
          {item.found && (
            <p className={styles.found}>
              {rich(`found.${item.found.in}`, { text: <Marked text={item.found.text} /> })}
            </p>
          )}
          <p className={styles.facts}>
            {facts.map((fact) => (
              <span key={fact}>{fact}</span>
            ))}
            {item.topics.length > 0 && <span className={styles.topics}>{item.topics.join(', ')}</span>}
            {item.standing && item.standing !== 'not required' && (
              <StandingLabel standing={item.standing} text={t(standingKey(item.standing))} />
            )}
          </p>
        </>
      }
      action={
        <span className={styles.save}>
          <SaveButton courseId={item.courseId} title={plainText(item.title)} saved={item.saved} />
        </span>
      }
    />
  );
}
