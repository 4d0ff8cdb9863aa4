import type { OptionalTopic, ReminderTopic } from '@lms/contracts';
import { paths, problemText, usePageTitle, useTexts } from '@lms/web-platform';
import { ChoiceField, Notice, Page, PageHeader, Row, Rows, Section, Skeleton, SkeletonRows, toast } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { reminderChoicesQuery, useChooseTopic } from '../api/reminder-choices.js';
import { notificationsTexts } from '../texts.js';
import styles from './Reminders.module.css';

const canChoose = <T extends { topic: ReminderTopic; optional: boolean }>(
  each: T,
): each is T & { topic: OptionalTopic } => each.optional;

/** Which mails one gets, and why some cannot be switched off. */
export function RemindersPage() {
  const { t } = useTexts(notificationsTexts);
  const { data } = useQuery(reminderChoicesQuery());
  const choose = useChooseTopic();
  usePageTitle(t('choices.title'));
  return (
    <Page width="reading">
      <PageHeader
        title={t('choices.title')}
        lead={t('choices.lead')}
        above={<Link to={paths.account}>{t('choices.account')}</Link>}
      />
      {!data && (
        <Skeleton label={t('loading')}>
          <SkeletonRows rows={4} />
        </Skeleton>
      )}
      {choose.error && <Notice tone="danger">{problemText(choose.error)}</Notice>}
      {data && (
        <>
          <p>{data.address === null ? t('choices.noAddress') : t('choices.to', { address: data.address })}</p>
          <Section title={t('choices.optional')}>
            <div className={styles.topics}>
              {data.topics.filter(canChoose).map(({ topic, mail }) => (
                <ChoiceField
                  key={topic}
                  legend={t(`topic.${topic}.name`)}
                  hint={t(`topic.${topic}.detail`)}
                  value={mail ? 'on' : 'off'}
                  onChange={(value) =>
                    choose.mutate({ topic, mail: value === 'on' }, { onSuccess: () => toast(t('choices.saved')) })
                  }
                  options={[
                    { value: 'on', label: t('choices.on') },
                    { value: 'off', label: t('choices.off') },
                  ]}
                />
              ))}
            </div>
          </Section>
          <Section title={t('choices.always')}>
            {(heading) => (
              <Rows labelledBy={heading}>
                {data.topics
                  .filter(({ optional }) => !optional)
                  .map(({ topic }) => (
                    <Row key={topic} title={t(`topic.${topic}.name`)} detail={t(`topic.${topic}.detail`)} />
                  ))}
              </Rows>
            )}
          </Section>
        </>
      )}
    </Page>
  );
}
