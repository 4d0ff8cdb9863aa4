import type { LegalHold } from '@lms/contracts';
import { can, formatDay, formatDayOf, useMe, useTexts } from '@lms/web-platform';
import { Notice, Plate, Row, Rows, Section, toast } from '@lms/web-ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { holdsQuery, useHoldChanges } from '../api/holds.js';
import { ConfirmButton } from '../shared/ConfirmButton.js';
import { ListSkeleton } from '../shared/ListSkeleton.js';
import { MoreButton } from '../shared/MoreButton.js';
import styles from '../shared/shared.module.css';
import { useDoing } from '../shared/use-doing.js';
import { deskTexts } from '../texts/desk.js';
import { personTexts } from '../texts/person.js';
import { HoldForm } from './HoldForm.js';

/** Holds on a person, and placing and ending them. */
export function HoldSection({ personId }: { personId: string }) {
  const { t } = useTexts(personTexts);
  const writes = can(useMe(), 'privacy.write');
  const list = useInfiniteQuery(holdsQuery(personId));
  if (!list.data) return <ListSkeleton />;
  const holds = list.data.pages.flatMap(({ items }) => items);
  return (
    <Section title={t('hold.title')}>
      <div className={styles.part}>
        {!holds.some((hold) => hold.holds) && <p>{t('hold.none')}</p>}
        {holds.length > 0 && (
          <Rows label={t('hold.title')}>
            {holds.map((hold) => (
              <Row
                key={hold.id}
                title={hold.reason}
                detail={<Facts hold={hold} />}
                action={hold.holds && writes ? <End id={hold.id} /> : undefined}
              />
            ))}
          </Rows>
        )}
        <MoreButton list={list} />
        {writes && <HoldForm personId={personId} />}
      </div>
    </Section>
  );
}

function Facts({ hold }: { hold: LegalHold }) {
  const { t } = useTexts(personTexts);
  const { t: desk } = useTexts(deskTexts);
  const { holds, untilOn, placedByName, placedAt, endedAt, endedByName } = hold;
  return (
    <div className={styles.facts}>
      <Plate look={holds ? 'ink' : 'soft'}>{t(holds ? 'hold.holds' : 'hold.past')}</Plate>
      <p>{desk('placedBy', { name: placedByName, day: formatDayOf(placedAt) })}</p>
      <p>
        {endedAt
          ? t('hold.endedBy', { name: endedByName ?? '', day: formatDayOf(endedAt) })
          : untilOn
            ? desk('until', { day: formatDay(untilOn) })
            : desk('openEnd')}
      </p>
    </div>
  );
}

function End({ id }: { id: string }) {
  const { t } = useTexts(personTexts);
  const { end } = useHoldChanges();
  const { busy, problem, run } = useDoing();
  return (
    <>
      {problem && <Notice tone="danger">{problem}</Notice>}
      <ConfirmButton
        label={t('hold.end')}
        text={t('hold.endText')}
        sure={t('hold.endSure')}
        busy={busy}
        onSure={() =>
          void run(
            () => end(id),
            () => toast(t('hold.ended')),
          )
        }
      />
    </>
  );
}
