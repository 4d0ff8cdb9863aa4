import { formatDayOf, formatMoment, problemText, useTexts } from '@lms/web-platform';
import { Button, Hidden, Plate, Row, Rows, Skeleton, SkeletonRows, toast } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { sessionsQuery, useEndSession } from '../api/sessions.js';
import { identityTexts } from '../texts.js';
import { deviceParts } from './device-parts.js';

/** Every device that is signed in, and how to sign one out. */
export function SessionList({ labelledBy }: { labelledBy: string }) {
  const { t } = useTexts(identityTexts);
  const { data } = useQuery(sessionsQuery());
  const end = useEndSession();
  if (!data)
    return (
      <Skeleton label={t('loading')}>
        <SkeletonRows rows={2} />
      </Skeleton>
    );
  const nameOf = (said: string): string => {
    const parts = deviceParts(said);
    return parts ? t('account.deviceName', parts) : said;
  };
  const endSession = (id: string, device: string) =>
    end.mutate(id, {
      onSuccess: () => toast(t('account.ended', { device })),
      onError: (error) => toast(problemText(error), { tone: 'danger' }),
    });
  return (
    <Rows labelledBy={labelledBy}>
      {data.items.map((session) => (
        <Row
          key={session.id}
          title={nameOf(session.device)}
          detail={t('account.used', {
            moment: formatMoment(session.lastUsedAt),
            day: formatDayOf(session.startedAt),
          })}
          action={
            session.current ? (
              <Plate look="soft">{t('account.thisDevice')}</Plate>
            ) : (
              <Button onClick={() => endSession(session.id, nameOf(session.device))}>
                {t('account.end')}
                <Hidden> {nameOf(session.device)}</Hidden>
              </Button>
            )
          }
        />
      ))}
    </Rows>
  );
}
