import type { MyChecks } from '@lms/contracts';
import { formatDayOf, paths, useTexts } from '@lms/web-platform';
import { Hidden, LinkButton, Row, Rows, Section } from '@lms/web-ui';
import { assessTexts } from '../texts.js';

/** What needs another look, each with the way there. */
export function NewsRows({ checks }: { checks: MyChecks }) {
  const { t } = useTexts(assessTexts);
  const news = [
    ...checks.returned.map((item) => ({ ...item, text: t('news.returned', { reason: item.reason }) })),
    ...checks.notPassed.map((item) => ({ ...item, text: t('news.notPassed', { day: formatDayOf(item.signedAt) }) })),
  ];
  return (
    <Section title={t('news.title')}>
      {(heading) => (
        <Rows labelledBy={heading}>
          {news.map((item) => (
            <Row
              key={item.activityId}
              title={item.courseTitle}
              detail={item.text}
              action={
                <LinkButton to={paths.activity(item.courseId, item.activityId)}>
                  {t('news.open')}
                  <Hidden>{t('named', { name: item.courseTitle })}</Hidden>
                </LinkButton>
              }
            />
          ))}
        </Rows>
      )}
    </Section>
  );
}
