import type { DuplicatePair, PersonSketch } from '@lms/contracts';
import { formatDay, paths, problemText, useTexts } from '@lms/web-platform';
import { Button, Empty, Hidden, LinkButton, Notice, Plate, toast } from '@lms/web-ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { duplicatesQuery, useMergeChanges } from '../api/merges.js';
import { ListSkeleton } from '../shared/ListSkeleton.js';
import { MoreButton } from '../shared/MoreButton.js';
import { mergeTexts } from '../texts/merges.js';
import { Lanes } from './Lanes.js';
import styles from './merges.module.css';

/** Entries that look alike, those that do most first. */
export function DuplicateList() {
  const { t } = useTexts(mergeTexts);
  const list = useInfiniteQuery(duplicatesQuery());
  if (!list.data) return <ListSkeleton />;
  const pairs = list.data.pages.flatMap((page) => page.items);
  const left = list.data.pages[0]?.left ?? 0;
  return (
    <>
      {left > 0 && (
        <div className={styles.left}>
          <Notice>{t('left', { count: left })}</Notice>
        </div>
      )}
      {pairs.length === 0 && left === 0 && <Empty level={2} title={t('none')} text={t('noneText')} />}
      {pairs.length > 0 && (
        <ul className={styles.pairs} aria-label={t('alike')}>
          {pairs.map((pair) => (
            <Pair key={`${pair.one.id} ${pair.other.id}`} pair={pair} />
          ))}
        </ul>
      )}
      <MoreButton list={list} />
    </>
  );
}

function Pair({ pair: { one, other, why } }: { pair: DuplicatePair }) {
  const { t } = useTexts(mergeTexts);
  const { setApart } = useMergeChanges();
  const both = <Hidden> {t('pair', { one: one.name, other: other.name })}</Hidden>;
  // Whoever was entered first stays, unless somebody chooses otherwise.
  const [first, second] = one.addedOn <= other.addedOn ? [one, other] : [other, one];
  const leave = () =>
    void setApart({ oneId: one.id, otherId: other.id }).then(
      () => toast(t('apartDone')),
      (error: unknown) => toast(problemText(error)),
    );
  return (
    <li className={styles.pair}>
      <Sketch sketch={first} />
      <Lanes />
      <Sketch sketch={second} />
      <div className={styles.why}>
        {why.map((reason) => (
          <Plate key={reason}>{t(`why.${reason}`)}</Plate>
        ))}
      </div>
      <div className={styles.actions}>
        <LinkButton to={paths.mergePeople(first.id, second.id)} size="small">
          {t('compare')}
          {both}
        </LinkButton>
        <Button size="small" variant="quiet" onClick={leave}>
          {t('apart')}
          {both}
        </Button>
      </div>
    </li>
  );
}

function Sketch({ sketch }: { sketch: PersonSketch }) {
  const { t } = useTexts(mergeTexts);
  const { name, organisationName, jobRole, employeeNumber, contactEmail, phone, addedOn } = sketch;
  const lines = [
    [organisationName ?? t('noEmployer'), jobRole],
    [employeeNumber && t('number', { number: employeeNumber }), t('added', { day: formatDay(addedOn) })],
    [contactEmail, phone],
  ].map((parts) => parts.filter(Boolean).join(', '));
  return (
    <div className={styles.sketch}>
      <h2>{name}</h2>
      {lines.filter(Boolean).map((line) => (
        <p key={line} className={styles.quiet}>
          {line}
        </p>
      ))}
    </div>
  );
}
