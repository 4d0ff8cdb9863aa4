import { can, paths, useMe, useTexts } from '@lms/web-platform';
import { Hidden, LinkButton, Row, Rows, Section } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { askedQuery, toDecideCountQuery } from '../api/crew.js';
import { useParts } from '../parts/parts.js';
import { crewTexts } from '../texts/crew.js';
import styles from './crew.module.css';

/** What waits for a decision, a signature or a check by the reader, and what they asked that waits for the People Team. */
export function WaitingRows() {
  const { t } = useTexts(crewTexts);
  const me = useMe();
  const checks = useParts().useChecks();
  const { data: asked } = useQuery({ ...askedQuery(), enabled: can(me, 'assignments.write') });
  const { data: toDecide } = useQuery({ ...toDecideCountQuery(), enabled: me.hasReports });
  const waiting = asked?.items.filter(({ askedById, state }) => askedById === me.personId && state === 'waiting') ?? [];
  const rows = [
    { key: 'decide', count: toDecide ?? 0, to: `${paths.requests}?show=to-decide`, mine: true },
    { key: 'assess', count: checks?.toAssess ?? 0, to: paths.assess, mine: true },
    { key: 'check', count: checks?.toCheck ?? 0, to: paths.evidence, mine: true },
    { key: 'sentBack', count: checks?.sentBack ?? 0, to: `${paths.evidence}?list=sent`, mine: true },
    { key: 'asked', count: waiting.length, to: `${paths.requests}?show=asked`, mine: false },
  ] as const;
  const some = rows.filter(({ count }) => count > 0);
  if (some.length === 0) return null;
  return (
    <Section title={t('waits.title')}>
      {(heading) => (
        <Rows labelledBy={heading}>
          {some.map(({ key, count, to, mine }) => (
            <Row
              key={key}
              mark={
                <span className={styles.number} data-mine={mine || undefined} aria-hidden>
                  {count}
                </span>
              }
              title={t(`waits.${key}`, { count })}
              detail={t(`waits.${key}Text`)}
              action={
                <LinkButton to={to}>
                  {t('waits.open')}
                  <Hidden> {t(`waits.${key}`, { count })}</Hidden>
                </LinkButton>
              }
            />
          ))}
        </Rows>
      )}
    </Section>
  );
}
