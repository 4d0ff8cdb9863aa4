import type { Audience, AudienceRule } from '@lms/contracts';
import { paths, problemText, useTexts } from '@lms/web-platform';
import { Button, Empty, Hidden, LinkButton, Notice, Row, Rows, Section, Skeleton, SkeletonRows } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from 'react-router';
import { audienceRulesQuery } from '../api/audiences.js';
import { useStartWith } from '../api/change-audience.js';
import { audienceTexts } from '../texts/audiences.js';
import styles from './audience.module.css';

/** The rules that were made with an audience. Each has a copy, which a new version of it can take over again. */
export function MadeWithIt({ audience, write }: { audience: Audience; write: boolean }) {
  const { t } = useTexts(audienceTexts);
  const navigate = useNavigate();
  const { data } = useQuery(audienceRulesQuery(audience.id));
  const start = useStartWith(audience.id);
  const begin = (ruleId: string) => start.mutate(ruleId, { onSuccess: () => void navigate(paths.rule(ruleId)) });
  return (
    <Section title={t('made.title')}>
      {(heading) =>
        !data ? (
          <Skeleton label={t('loading')}>
            <SkeletonRows rows={2} />
          </Skeleton>
        ) : data.items.length === 0 ? (
          <Empty title={t('made.none')} text={t('made.noneText')} />
        ) : (
          <>
            <p className={styles.copies}>{t('copies')}</p>
            {start.error && <Notice tone="danger">{problemText(start.error)}</Notice>}
            <Rows labelledBy={heading}>
              {data.items.map((rule) => (
                <Row
                  key={rule.id}
                  title={<Link to={paths.rule(rule.id)}>{rule.name}</Link>}
                  detail={
                    <div className={styles.facts}>
                      <p>{t('made.version', { number: rule.number, state: t(`made.state.${rule.state}`) })}</p>
                      <p>{rule.same ? t('made.same') : t('made.other', { words: rule.words })}</p>
                    </div>
                  }
                  action={
                    write && (
                      <Next
                        rule={rule}
                        busy={start.isPending && start.variables === rule.id}
                        onBegin={() => begin(rule.id)}
                      />
                    )
                  }
                />
              ))}
            </Rows>
          </>
        )
      }
    </Section>
  );
}

/** A version that takes the audience over; one that is being written already is opened. */
function Next({ rule, busy, onBegin }: { rule: AudienceRule; busy: boolean; onBegin: () => void }) {
  const { t } = useTexts(audienceTexts);
  const { id, name, openNumber, same, state } = rule;
  if (openNumber !== null)
    return (
      <LinkButton size="small" to={paths.rule(id)}>
        {t('made.open', { number: openNumber })}
        <Hidden> {name}</Hidden>
      </LinkButton>
    );
  if (same || state === 'ended' || state === 'replaced') return null;
  return (
    <Button size="small" busy={busy} onClick={onBegin}>
      {t('made.begin')}
      <Hidden> {name}</Hidden>
    </Button>
  );
}
