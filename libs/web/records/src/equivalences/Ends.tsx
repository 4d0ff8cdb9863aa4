import type { Equivalence, EquivalenceEnd } from '@lms/contracts';
import { can, formatDay, formatMoment, problemText, useMe, useTexts } from '@lms/web-platform';
import { Button, FormActions, Notice, Section, toast } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { previewQuery, useDecideEnd } from './api.js';
import styles from './equivalences.module.css';
import { PreviewPart } from './PreviewPart.js';
import { RunNotice } from './RunNotice.js';
import { equivalenceTexts } from './texts.js';

/** How it ended, and what waits for a second person. */
export function Ends({ equivalence: { ends } }: { equivalence: Equivalence }) {
  const { t } = useTexts(equivalenceTexts);
  if (ends.length === 0) return null;
  return (
    <Section title={t('page.history')}>
      {ends.map((end) => (
        <End key={end.id} end={end} />
      ))}
    </Section>
  );
}

function End({ end }: { end: EquivalenceEnd }) {
  const { t } = useTexts(equivalenceTexts);
  return (
    <div className={styles.steps}>
      <p className={styles.text}>
        <strong>
          {end.state === 'refused'
            ? t('end.refused', { name: end.decidedByName ?? '' })
            : end.state === 'waiting'
              ? t('end.waiting', { count: end.people })
              : end.how === 'prospective' && end.fromOn
                ? t('end.endedFrom', { day: formatDay(end.fromOn) })
                : t('end.takenBack')}
        </strong>
        <span className={styles.below}>
          {t('end.asked', { name: end.askedByName, moment: formatMoment(end.askedAt), reason: end.reason })}{' '}
          {end.state === 'done' && end.decidedByName && t('end.decided', { name: end.decidedByName })}
        </span>
      </p>
      {end.run && <RunNotice run={end.run} />}
      {end.state === 'waiting' && <Decide end={end} />}
    </div>
  );
}

/** The second person sees who loses what, and says yes or no; who asked can take it back. */
function Decide({ end }: { end: EquivalenceEnd }) {
  const { t } = useTexts(equivalenceTexts);
  const me = useMe();
  const { data: preview } = useQuery(previewQuery(end.previewId));
  const decide = useDecideEnd(end.id);
  if (!can(me, 'record.correct')) return null;
  return (
    <>
      {decide.error && <Notice tone="danger">{problemText(decide.error)}</Notice>}
      <FormActions>
        {end.askedById !== me.personId && (
          <Button
            variant="danger"
            busy={decide.isPending}
            onClick={() => decide.mutate(true, { onSuccess: () => toast(t('end.doneTake')) })}
          >
            {t('end.approve')}
          </Button>
        )}
        <Button
          variant="quiet"
          busy={decide.isPending}
          onClick={() => decide.mutate(false, { onSuccess: () => toast(t('end.toastRefused')) })}
        >
          {t('end.refuse')}
        </Button>
      </FormActions>
      {preview && <PreviewPart preview={preview} />}
    </>
  );
}
