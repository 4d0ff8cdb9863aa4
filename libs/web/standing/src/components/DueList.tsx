import type { DueItem, Today } from '@lms/contracts';
import { formatMinutes, paths, useTexts } from '@lms/web-platform';
import { CountdownBoard, Empty, Hidden, LinkButton, Row, Rows, Section } from '@lms/web-ui';
import { Link } from 'react-router';
import { standingTexts } from '../texts.js';
import { courseToOpen, daysLeft, dueFacts, minutesToTake, sessionPath, verbKey } from './due-facts.js';
import { DueSentence } from './DueSentence.js';
import { DueSession } from './DueSession.js';
import { passportOrder } from './standing-words.js';

/** What is due or running out, beside the next thing on the sign. */
export function DueList({ today }: { today: Today }) {
  const { t } = useTexts(standingTexts);
  const items = today.due.filter((item) => item.courseId !== today.next?.courseId);
  const all = passportOrder.reduce((sum, standing) => sum + today.counts[standing], 0);
  return (
    <Section title={t('due.title')} aside={all > 0 && <Link to={paths.record}>{t('due.all', { count: all })}</Link>}>
      {(heading) =>
        items.length === 0 ? (
          <Empty title={t('due.none')} text={t('due.noneText')} />
        ) : (
          <Rows labelledBy={heading}>
            {items.map((item) => (
              <DueRow key={item.courseId} item={item} today={today.today} />
            ))}
          </Rows>
        )
      }
    </Section>
  );
}

function DueRow({ item, today }: { item: DueItem; today: string }) {
  const { t } = useTexts(standingTexts);
  const facts = dueFacts(item);
  const minutes = minutesToTake(item);
  return (
    <Row
      mark={<CountdownBoard days={daysLeft(facts, today)} tone={facts.tone} />}
      title={item.title}
      detail={
        <>
          <DueSentence item={item} today={today} />{' '}
          {item.inPersonOnly ? <DueSession booked={item.booked} /> : minutes && formatMinutes(minutes)}{' '}
          {item.required && (
            <Link to={paths.why(item.courseId)}>
              {t('due.why')}
              <Hidden> {item.title}</Hidden>
            </Link>
          )}
        </>
      }
      action={
        <LinkButton to={item.inPersonOnly ? sessionPath(item) : paths.course(courseToOpen(item))}>
          {t(item.booked ? 'next.session' : item.inPersonOnly ? 'due.sessions' : verbKey(item))}
          <Hidden> {item.title}</Hidden>
        </LinkButton>
      }
    />
  );
}
