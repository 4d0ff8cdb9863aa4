import type { Merge } from '@lms/contracts';
import { formatDay, paths, problemText, useTexts } from '@lms/web-platform';
import { Button, Empty, FormActions, Hidden, Row, Rows, toast } from '@lms/web-ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { mergesQuery, useMergeChanges } from '../api/merges.js';
import styles from '../assignments/assignments.module.css';
import { Dialog } from '../forms/Dialog.js';
import { ListSkeleton } from '../shared/ListSkeleton.js';
import { MoreButton } from '../shared/MoreButton.js';
import { mergeTexts } from '../texts/merges.js';

/** What was merged, the newest first, and undoing it. */
export function MergedList() {
  const { t, rich } = useTexts(mergeTexts);
  const list = useInfiniteQuery(mergesQuery());
  const [leaving, setLeaving] = useState<Merge | null>(null);
  if (!list.data) return <ListSkeleton />;
  const merges = list.data.pages.flatMap((page) => page.items);
  return (
    <div className={styles.list}>
      {merges.length === 0 ? (
        <Empty level={2} title={t('noneMerged')} text={t('noneMergedText')} />
      ) : (
        <Rows label={t('merged')}>
          {merges.map((merge) => (
            <Row
              key={merge.id}
              title={rich(
                'mergedInto',
                { name: <Link to={paths.person(merge.personId)}>{merge.name}</Link> },
                { merged: merge.mergedName },
              )}
              detail={<Facts merge={merge} />}
              action={
                merge.keptBecause ? undefined : (
                  <Button size="small" onClick={() => setLeaving(merge)}>
                    {t('undo')}
                    <Hidden> {merge.mergedName}</Hidden>
                  </Button>
                )
              }
            />
          ))}
        </Rows>
      )}
      <MoreButton list={list} />
      {leaving && <UndoDialog merge={leaving} onClose={() => setLeaving(null)} />}
    </div>
  );
}

function Facts({ merge }: { merge: Merge }) {
  const { t } = useTexts(mergeTexts);
  const { mergedByName, mergedAt, note, undoUntil, keptBecause, undoneByName, undoneAt } = merge;
  const day = (instant: string) => formatDay(instant.slice(0, 10));
  return (
    <div className={styles.facts}>
      <p>{t('mergedBy', { name: mergedByName, day: day(mergedAt) })}</p>
      {note && <p>{t('note', { note })}</p>}
      <p>
        {undoneAt
          ? t('undone', { name: undoneByName ?? '', day: day(undoneAt) })
          : keptBecause
            ? t(`kept.${keptBecause}`)
            : t('undoUntil', { day: formatDay(undoUntil) })}
      </p>
    </div>
  );
}

function UndoDialog({ merge, onClose }: { merge: Merge; onClose: () => void }) {
  const { t } = useTexts(mergeTexts);
  const { undo } = useMergeChanges();
  const [busy, setBusy] = useState(false);
  const go = () => {
    setBusy(true);
    undo(merge.id)
      .then(
        () => toast(t('undoDone')),
        (error: unknown) => toast(problemText(error)),
      )
      .finally(onClose);
  };
  return (
    <Dialog title={t('undoTitle')} onClose={onClose}>
      <p>{t('undoText', { merged: merge.mergedName, name: merge.name })}</p>
      <FormActions>
        <Button variant="danger" busy={busy} onClick={go}>
          {t('undo')}
        </Button>
        <Button variant="quiet" onClick={onClose}>
          {t('cancel')}
        </Button>
      </FormActions>
    </Dialog>
  );
}
