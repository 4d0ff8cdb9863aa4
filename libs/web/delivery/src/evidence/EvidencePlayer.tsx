import type { CommitResult, OpenedActivity } from '@lms/contracts';
import { useMe, useTexts } from '@lms/web-platform';
import { Skeleton, SkeletonBlock } from '@lms/web-ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { evidenceStatusQuery } from '../assess/api/evidence.js';
import { myChecksQuery } from '../assess/api/my-checks.js';
import { Paragraphs } from '../assess/components/Paragraphs.js';
import { useDoneElsewhere } from '../assess/components/use-done-elsewhere.js';
import { assessTexts } from '../assess/texts.js';
import styles from './EvidencePlayer.module.css';
import { EvidenceSent } from './EvidenceSent.js';

interface Props {
  opened: OpenedActivity;
  onDone: (result: CommitResult) => void;
}

const POLL_MS = 30_000;

/** A card or certificate that the learner holds: sent from here, checked by somebody else. */
export function EvidencePlayer({ opened, onDone }: Props) {
  const { t } = useTexts(assessTexts);
  const { personId } = useMe();
  const client = useQueryClient();
  const { data: status } = useQuery({
    ...evidenceStatusQuery(personId, opened.activityId),
    refetchInterval: ({ state }) => (state.data?.items[0]?.state === 'waiting' ? POLL_MS : false),
  });
  useDoneElsewhere(opened.done, status, onDone);
  if (!status) {
    return (
      <Skeleton label={t('loading')}>
        <SkeletonBlock height={360} />
      </Skeleton>
    );
  }
  const sent = () => {
    void client.invalidateQueries({ queryKey: ['evidence'] });
    void client.invalidateQueries({ queryKey: myChecksQuery().queryKey });
  };
  return (
    <article className={styles.player}>
      <h2>{opened.title}</h2>
      {status.settings.instructions && <Paragraphs text={status.settings.instructions} />}
      <EvidenceSent status={status} onSent={sent} />
    </article>
  );
}
