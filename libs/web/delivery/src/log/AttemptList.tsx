import { can, formatMoment, paths, useMe, useTexts } from '@lms/web-platform';
import { Hidden, LinkButton, Row, Rows, Section } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { personAttemptsQuery } from '../api/runtime-log.js';
import { logTexts } from './texts.js';

export function AttemptList({ personId }: { personId: string }) {
  const { t } = useTexts(logTexts);
  const allowed = can(useMe(), 'courses.write');
  const { data } = useQuery({ ...personAttemptsQuery(personId), enabled: allowed, throwOnError: false });
  if (!data || data.items.length === 0) return null;
  return (
    <Section title={t('attempts')}>
      <Rows label={t('attempts')}>
        {data.items.map((item) => (
          <Row
            key={item.attemptId}
            title={item.activityTitle}
            detail={t('lastMoved', {
              course: item.courseTitle,
              state: t(`attemptState.${item.state}`),
              moment: formatMoment(item.updatedAt),
            })}
            action={
              <LinkButton variant="quiet" to={paths.attemptLog(item.courseId, item.attemptId)}>
                {t('show')}
                <Hidden>{t('showOf', { title: item.activityTitle })}</Hidden>
              </LinkButton>
            }
          />
        ))}
      </Rows>
    </Section>
  );
}
