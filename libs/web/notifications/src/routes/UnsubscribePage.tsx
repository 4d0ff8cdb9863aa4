import type { UnsubscribeInfo } from '@lms/contracts';
import { brand, paths, problemText, usePageTitle, useTexts } from '@lms/web-platform';
import {
  Button,
  Doorway,
  FormActions,
  LinkButton,
  Notice,
  PageHeader,
  Row,
  Rows,
  Section,
  Skeleton,
  SkeletonRows,
} from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { unsubscribeQuery, useUnsubscribe } from '../api/unsubscribe.js';
import { notificationsTexts } from '../texts.js';
import styles from './Reminders.module.css';

/** From the link of a mail, without sign-in: what ends, what stays on and why, one button. */
export function UnsubscribePage() {
  const { t } = useTexts(notificationsTexts);
  const [search] = useSearchParams();
  const token = search.get('token') ?? '';
  const { data, isPending } = useQuery({ ...unsubscribeQuery(token), enabled: token !== '' });
  const looking = isPending && token !== '';
  const title = t(data || looking ? 'stop.title' : 'stop.gone');
  usePageTitle(title);
  return (
    <Doorway brand={brand}>
      <PageHeader title={title} lead={t(data || looking ? 'stop.lead' : 'stop.goneText')} />
      {looking ? (
        <Skeleton label={t('loading')}>
          <SkeletonRows rows={3} />
        </Skeleton>
      ) : data ? (
        <StopMails token={token} topics={data.topics} />
      ) : (
        <LinkButton variant="main" to={paths.reminders}>
          {t('stop.choose')}
        </LinkButton>
      )}
    </Doorway>
  );
}

function StopMails({ token, topics }: { token: string; topics: UnsubscribeInfo['topics'] }) {
  const { t } = useTexts(notificationsTexts);
  const stop = useUnsubscribe(token);
  const ended = topics.every(({ optional, mail }) => !optional || !mail);
  const list = (optional: boolean) => (heading: string) => (
    <Rows labelledBy={heading}>
      {topics
        .filter((each) => each.optional === optional)
        .map(({ topic }) => (
          <Row key={topic} title={t(`topic.${topic}.name`)} detail={t(`topic.${topic}.detail`)} />
        ))}
    </Rows>
  );
  return (
    <>
      {ended && <Notice tone="good">{t('stop.done')}</Notice>}
      {stop.error && <Notice tone="danger">{problemText(stop.error)}</Notice>}
      <Section title={t('stop.ends')}>{list(true)}</Section>
      <div className={styles.actions}>
        <FormActions>
          {!ended && (
            <Button variant="main" busy={stop.isPending} onClick={() => stop.mutate()}>
              {t('stop.button')}
            </Button>
          )}
          <LinkButton to={paths.reminders}>{t('stop.choose')}</LinkButton>
        </FormActions>
      </div>
      <Section title={t('stop.stays')}>{list(false)}</Section>
    </>
  );
}
