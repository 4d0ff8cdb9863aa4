import { CheckNews } from '@lms/web-delivery';
import { formatDay, londonHour, usePageTitle, useTexts } from '@lms/web-platform';
import { BookedSection } from '@lms/web-sessions';
import { Page, PageHeader } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { todayQuery } from '../api/today.js';
import { AwayDate } from '../components/AwayDate.js';
import { Clear } from '../components/Clear.js';
import { DueList } from '../components/DueList.js';
import { greetingKey } from '../components/greeting.js';
import { LeavingNotice } from '../components/LeavingNotice.js';
import { NextSign } from '../components/NextSign.js';
import { Passport } from '../components/Passport.js';
import { RouteSection } from '../components/RouteSection.js';
import { TaskSection } from '../components/TaskSection.js';
import { TodaySkeleton } from '../components/TodaySkeleton.js';
import { standingTexts } from '../texts.js';
import styles from './TodayPage.module.css';

/** The next thing to do, the route, and what is due. */
export function TodayPage() {
  const { t, rich } = useTexts(standingTexts);
  const { data } = useQuery(todayQuery());
  usePageTitle(t('today.title'));
  if (!data) return <TodaySkeleton />;
  const day = formatDay(data.today);
  const lead =
    data.firstDay === data.today
      ? t('today.leadFirstDayToday', { today: day })
      : data.firstDay !== null && data.firstDay > data.today
        ? rich('today.leadFirstDay', { first: <AwayDate date={data.firstDay} today={data.today} /> }, { today: day })
        : t('today.lead', { today: day });
  return (
    <Page>
      <div className={styles.today}>
        <PageHeader title={t(greetingKey(londonHour(new Date())), { name: data.knownAs })} lead={lead} />
        <div className={styles.lead}>
          {data.next ? <NextSign next={data.next} today={data.today} /> : <Clear today={data} />}
          <div className={styles.passport}>
            <Passport today={data} />
          </div>
        </div>
        {data.leaving && <LeavingNotice leaving={data.leaving} today={data.today} />}
        <CheckNews />
        <TaskSection today={data.today} />
        {data.routes.map((route) => (
          <RouteSection key={route.enrolmentId} route={route} own />
        ))}
        {(data.next || data.due.length > 0) && <DueList today={data} />}
        <BookedSection />
      </div>
    </Page>
  );
}
