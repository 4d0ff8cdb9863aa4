import type { LeaverLink, Person } from '@lms/contracts';
import { can, formatDay, formatMoment, problemText, useMe, useTexts } from '@lms/web-platform';
import { Button, FormActions, Notice, Section, toast } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { leaverLinkQuery, useLeaverLink } from '../api/leaver-link.js';
import { personTexts } from '../texts/person.js';
import styles from './person.module.css';

/** Of somebody who has left: the link with which they take their record along, for whoever may send and end it. */
export function LeaverSection({ person }: { person: Person }) {
  const { t } = useTexts(personTexts);
  const writes = can(useMe(), 'people.write');
  const { data } = useQuery({ ...leaverLinkQuery(person.id), enabled: writes });
  const change = useLeaverLink(person.id);
  if (!data?.lastDay) return null;
  const { link, lastDay, maySend } = data;
  const act = (what: 'send' | 'end') => () =>
    change.mutate(what, { onSuccess: () => toast(t(what === 'send' ? 'leaver.sentNow' : 'leaver.endedNow')) });
  return (
    <Section title={t('leaver.title')}>
      <div className={styles.fields}>
        <p>{t('leaver.lead', { day: formatDay(lastDay), name: person.name })}</p>
        {link ? <LinkFacts link={link} over={!maySend} /> : <p>{t('leaver.none')}</p>}
        {change.error && <Notice tone="danger">{problemText(change.error)}</Notice>}
        {maySend ? (
          <FormActions>
            <Button busy={change.isPending && change.variables === 'send'} onClick={act('send')}>
              {t(link ? 'leaver.again' : 'leaver.send')}
            </Button>
            {link && !link.revokedAt && (
              <Button busy={change.isPending && change.variables === 'end'} onClick={act('end')}>
                {t('leaver.end')}
              </Button>
            )}
          </FormActions>
        ) : (
          !link && <p>{t('leaver.cannot')}</p>
        )}
      </div>
    </Section>
  );
}

function LinkFacts({ link, over }: { link: NonNullable<LeaverLink['link']>; over: boolean }) {
  const { t } = useTexts(personTexts);
  const until = { day: formatDay(link.endsOn) };
  return (
    <p className={styles.facts}>
      <span>{t('leaver.sent', { moment: formatMoment(link.sentAt), to: link.sentTo })}</span>
      <span>{link.openedAt ? t('leaver.opened', { moment: formatMoment(link.openedAt) }) : t('leaver.unopened')}</span>
      <span className={styles.strong}>
        {link.revokedAt
          ? t('leaver.revoked', { moment: formatMoment(link.revokedAt) })
          : t(over ? 'leaver.over' : 'leaver.works', until)}
      </span>
    </p>
  );
}
