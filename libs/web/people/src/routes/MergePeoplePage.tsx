import type { MergePair, MergePreview } from '@lms/contracts';
import { formatDay, paths, problemText, usePageTitle, useTexts } from '@lms/web-platform';
import { Button, Empty, Notice, Page, PageHeader, Section, toast } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { mergePreviewQuery, useMergeChanges } from '../api/merges.js';
import { AreaField } from '../fields/AreaField.js';
import { MergeChanges } from '../merges/MergeChanges.js';
import { MergeCounts } from '../merges/MergeCounts.js';
import { MergeSides } from '../merges/MergeSides.js';
import styles from '../merges/merges.module.css';
import { ListSkeleton } from '../shared/ListSkeleton.js';
import { useAddress } from '../shared/use-address.js';
import { mergeTexts } from '../texts/merges.js';

/** Two entries side by side, what becomes of them together, and merging them. */
export function MergePeoplePage() {
  const { t } = useTexts(mergeTexts);
  const address = useAddress();
  const [keepId, mergeId] = [address.read('keep'), address.read('merge')];
  usePageTitle(t('mergeTitle'));
  return (
    <Page>
      <PageHeader
        title={t('mergeTitle')}
        lead={t('mergeLead')}
        above={<Link to={paths.duplicates}>{t('back')}</Link>}
      />
      {keepId && mergeId ? <Compared pair={{ keepId, mergeId }} /> : <Empty level={2} title={t('missing')} />}
    </Page>
  );
}

function Compared({ pair }: { pair: MergePair }) {
  const { t } = useTexts(mergeTexts);
  const navigate = useNavigate();
  const { data: preview, error, refetch } = useQuery(mergePreviewQuery(pair));
  if (error)
    return (
      <Notice tone="danger">
        <p>{problemText(error)}</p>
      </Notice>
    );
  if (!preview) return <ListSkeleton />;
  const swap = () => void navigate(paths.mergePeople(pair.mergeId, pair.keepId), { replace: true });
  return (
    <>
      <Section title={t('sides')}>
        <MergeSides preview={preview} onSwap={swap} />
      </Section>
      <MergeCounts preview={preview} />
      <MergeChanges preview={preview} />
      <MergeForm pair={pair} preview={preview} onLookAgain={() => void refetch()} />
    </>
  );
}

interface FormProps {
  pair: MergePair;
  preview: MergePreview;
  onLookAgain: () => void;
}

function MergeForm({ pair, preview, onLookAgain }: FormProps) {
  const { t } = useTexts(mergeTexts);
  const navigate = useNavigate();
  const { merge } = useMergeChanges();
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const { keep, merge: joins, digest, undoUntil } = preview;
  const go = async () => {
    setBusy(true);
    setProblem(null);
    try {
      await merge({ ...pair, digest, note });
      toast(t('mergeDone', { merged: joins.name, name: keep.name }));
      await navigate(paths.person(pair.keepId));
    } catch (error) {
      setProblem(problemText(error));
      setBusy(false);
    }
  };
  return (
    <div className={styles.end}>
      <AreaField label={t('noteLabel')} hint={t('noteHint')} maxLength={500} value={note} onChange={setNote} />
      {problem && (
        <Notice tone="danger">
          <p>{problem}</p>
          <Button size="small" onClick={onLookAgain}>
            {t('again')}
          </Button>
        </Notice>
      )}
      <div className={styles.confirm}>
        <Button variant="main" busy={busy} onClick={() => void go()}>
          {t('merge', { name: keep.name })}
        </Button>
        <p className={styles.quiet}>{t('mergeUndo', { day: formatDay(undoUntil) })}</p>
      </div>
    </div>
  );
}
