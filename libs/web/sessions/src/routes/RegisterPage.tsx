import { formatMoment, paths, usePageTitle, useTexts } from '@lms/web-platform';
import { Empty, LinkButton, Notice, Page, PageHeader, Section } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { registerQuery } from '../api/register.js';
import { sessionQuery } from '../api/session.js';
import { CloseRegister } from '../components/CloseRegister.js';
import { PageSkeleton } from '../components/PageSkeleton.js';
import styles from '../components/register.module.css';
import { RegisterRow } from '../components/RegisterRow.js';
import { spanWords } from '../components/session-words.js';
import { useNow } from '../components/use-now.js';
import { WalkIns } from '../components/WalkIns.js';
import { deskTexts } from '../texts/desk.js';

/** Who is there: said by the trainer, signed by themselves, and recorded once it is closed. */
export function RegisterPage() {
  const { t } = useTexts(deskTexts);
  const now = useNow();
  const { sessionId = '' } = useParams();
  const { data: session } = useQuery(sessionQuery(sessionId));
  const { data: register } = useQuery({
    ...registerQuery(sessionId),
    enabled: session !== undefined && session.state !== 'cancelled',
  });
  usePageTitle(session && `${t('register.title')}: ${session.courseTitle}`);
  if (!session || (!register && session.state !== 'cancelled')) return <PageSkeleton />;
  const opens = Date.parse(session.checkIn.opensAt);
  const open = session.state === 'planned' && opens <= now;
  const counts =
    register &&
    ([
      ['present', register.present],
      ['absent', register.absent],
      ['open', register.open],
    ] as const);
  return (
    <Page width="reading">
      <PageHeader
        title={`${t('register.title')}: ${session.courseTitle}`}
        lead={[spanWords(session), session.place].filter(Boolean).join(', ')}
        above={<Link to={paths.session(sessionId)}>{t('register.back')}</Link>}
      />
      {!register || session.state === 'cancelled' ? (
        <Empty level={2} title={t('register.cancelled')} text={t('register.cancelledText')} />
      ) : (
        <>
          {session.state === 'held' && register.closedAt && (
            <Notice tone="good">
              <p>
                {t('register.held', {
                  moment: formatMoment(register.closedAt),
                  name: register.closedByName ?? '',
                })}
              </p>
              <p>{t('register.heldText')}</p>
            </Notice>
          )}
          {session.state === 'planned' && opens > now && (
            <Notice>
              <p>{t('register.notYet', { moment: formatMoment(session.checkIn.opensAt) })}</p>
              <p>{t('register.notYetText')}</p>
            </Notice>
          )}
          <Section title={t('register.list')}>
            <div className={styles.head}>
              <div role="status">
                {' '}
                <ul className={styles.counts}>
                  {counts?.map(([look, count]) => (
                    <li key={look} data-look={look}>
                      {t(`register.${look}`, { count })}
                    </li>
                  ))}
                </ul>
              </div>
              {open && (
                <LinkButton variant="here" to={`${paths.session(sessionId)}/code`}>
                  {t('register.code')}
                </LinkButton>
              )}
            </div>
            {register.entries.length === 0 ? (
              <Empty title={t('register.none')} text={open && t('register.noneText')} plain />
            ) : (
              <ul className={styles.list} aria-label={t('register.list')}>
                {register.entries.map((entry) => (
                  <RegisterRow
                    key={entry.bookingId}
                    sessionId={sessionId}
                    entry={entry}
                    open={open}
                    state={session.state}
                  />
                ))}
              </ul>
            )}
          </Section>
          {open && <WalkIns register={register} />}
          {open && <CloseRegister session={session} register={register} />}
        </>
      )}
    </Page>
  );
}
