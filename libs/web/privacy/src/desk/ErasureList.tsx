import type { Erasure, ErasureQuery } from '@lms/contracts';
import { formatDayOf, paths, useTexts } from '@lms/web-platform';
import { Empty, Hidden, LinkButton, Plate, Row, Rows } from '@lms/web-ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { erasuresQuery } from '../api/erasures.js';
import { ListSkeleton } from '../shared/ListSkeleton.js';
import { MoreButton } from '../shared/MoreButton.js';
import styles from '../shared/shared.module.css';
import { commonTexts } from '../texts/common.js';
import { deskTexts } from '../texts/desk.js';

const looks = { proposed: 'outline', applied: 'ink', refused: 'danger', withdrawn: 'soft' } as const;

/** Erasures that wait for a second person, or what became of them. */
export function ErasureList({ show }: { show: ErasureQuery['show'] }) {
  const { t } = useTexts(deskTexts);
  const list = useInfiniteQuery(erasuresQuery(show));
  if (!list.data) return <ListSkeleton />;
  const erasures = list.data.pages.flatMap(({ items }) => items);
  const none = show === 'open' ? 'noProposals' : 'noDecided';
  return (
    <div className={styles.list}>
      {erasures.length === 0 ? (
        <Empty level={2} title={t(none)} text={t(`${none}Text`)} />
      ) : (
        <Rows label={t(show === 'open' ? 'view.proposals' : 'view.decided')}>
          {erasures.map((erasure) => (
            <Row
              key={erasure.id}
              title={erasure.name}
              detail={<Facts erasure={erasure} />}
              action={
                <LinkButton to={paths.erasure(erasure.id)} size="small">
                  {t('open')}
                  <Hidden> {erasure.name}</Hidden>
                </LinkButton>
              }
            />
          ))}
        </Rows>
      )}
      <MoreButton list={list} />
    </div>
  );
}

function Facts({ erasure }: { erasure: Erasure }) {
  const { t } = useTexts(deskTexts);
  const { t: common } = useTexts(commonTexts);
  const { ground, reason, proposedByName, proposedAt, decidedByName, decidedAt, decision, state, mine } = erasure;
  return (
    <div className={styles.facts}>
      <p>{common(`ground.${ground}`)}</p>
      {reason && <p>{t('words', { words: reason })}</p>}
      <p>{t('proposedBy', { name: proposedByName, day: formatDayOf(proposedAt) })}</p>
      {mine && <p>{t('mine')}</p>}
      {state !== 'proposed' && (
        <>
          <Plate look={looks[state]}>{t(`state.${state}`)}</Plate>
          <p>{t('decidedBy', { name: decidedByName ?? '', day: formatDayOf(decidedAt ?? proposedAt) })}</p>
          {decision && <p>{t('words', { words: decision })}</p>}
        </>
      )}
    </div>
  );
}
