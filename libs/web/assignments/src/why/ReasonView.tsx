import type { WhyReason } from '@lms/contracts';
import { can, formatDay, formatDayOf, paths, useMe, useTexts } from '@lms/web-platform';
import { StopMark } from '@lms/web-ui';
import { Link } from 'react-router';
import { whyTexts } from '../texts/why.js';
import styles from './why.module.css';

const endings = [
  'engagement-ended',
  'new-version',
  'rule-ended',
  'no-longer-matches',
  'choice-made',
  'path-changed',
  'withdrawn',
] as const;

/** One reason: what gives it, the facts it came from, who to ask, and what would end it. */
export function ReasonView({ reason, own, since }: { reason: WhyReason; own: boolean; since: string }) {
  const { t } = useTexts(whyTexts);
  const me = useMe();
  const ended = endings.find((ending) => ending === reason.endedWhy) ?? 'other';
  return (
    <article className={styles.reason}>
      <StopMark state={reason.endedAt ? 'done' : 'next'} />
      <div>
        <h3>{useReasonTitle(reason, own)}</h3>
        <p className={styles.quiet}>
          {[
            reason.organisationName && t('at', { organisation: reason.organisationName }),
            t('since', { day: since }),
            reason.dueOn ? t('dueOn', { day: formatDay(reason.dueOn) }) : t('dueNone'),
          ]
            .filter(Boolean)
            .join('. ')}
        </p>
        {reason.request && <p>{t('asked', { name: reason.request.byName, why: reason.request.why })}</p>}
        {reason.ruleId !== null && (
          <>
            <h4>{t('because')}</h4>
            <ul>
              {reason.facts.length === 0 ? (
                <li>{t('everyone')}</li>
              ) : (
                reason.facts.map((fact) => <li key={fact}>{fact}</li>)
              )}
            </ul>
            <p className={styles.quiet}>
              {[
                reason.factsOn && t('factsOn', { day: formatDay(reason.factsOn) }),
                reason.approvedByName && t('approved', { name: reason.approvedByName }),
                reason.ownerName && t('owner', { name: reason.ownerName }),
              ]
                .filter(Boolean)
                .join(' ')}
            </p>
          </>
        )}
        {reason.again && !reason.endedAt && <p>{t('again', { how: reason.again })}</p>}
        {reason.endedAt ? (
          <p>{t('endedOn', { day: formatDayOf(reason.endedAt), why: t(`endedWhy.${ended}`) })}</p>
        ) : (
          <>
            <h4>{t('ends')}</h4>
            <ul>
              {reason.ends.map((end) => (
                <li key={end}>{end}</li>
              ))}
            </ul>
          </>
        )}
        {reason.ruleId && can(me, 'rules.read') && <Link to={paths.rule(reason.ruleId)}>{t('seeRule')}</Link>}
      </div>
    </article>
  );
}

function useReasonTitle({ kind, title, versionNumber }: WhyReason, own: boolean): string {
  const { t } = useTexts(whyTexts);
  if (kind === 'rule') return t('kind.rule', { title: title ?? '', number: versionNumber ?? 1 });
  if (kind === 'path') return t('kind.path', { title: title ?? '' });
  if (kind === 'self') return t(own ? 'kind.self' : 'kind.selfOther');
  return title ? t('kind.personBy', { title }) : t('kind.person');
}
