import { paths, useTexts } from '@lms/web-platform';
import { FormActions, LinkButton, Section, Skeleton, SkeletonBlock } from '@lms/web-ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { EvidenceSent } from '../../evidence/EvidenceSent.js';
import { evidenceStatusQuery } from '../api/evidence.js';
import { assessTexts } from '../texts.js';
import styles from './EvidenceOf.module.css';
import { Paragraphs } from './Paragraphs.js';
import { refreshChecks } from './refresh-checks.js';

/** The card itself, sent for somebody else, and what became of it. */
export function EvidenceOf({ personId, activityId }: { personId: string; activityId: string }) {
  const { t } = useTexts(assessTexts);
  const client = useQueryClient();
  const { data: status } = useQuery(evidenceStatusQuery(personId, activityId));
  if (!status) {
    return (
      <Skeleton label={t('loading')}>
        <SkeletonBlock height={360} />
      </Skeleton>
    );
  }
  return (
    <Section title={`${status.name}: ${status.courseTitle}`}>
      <div className={styles.parts}>
        {status.settings.instructions && <Paragraphs text={status.settings.instructions} />}
        <EvidenceSent status={status} onSent={() => refreshChecks(client)} />
      </div>
      <FormActions>
        <LinkButton variant="quiet" to={`${paths.sendEvidence}?person=${personId}`}>
          {t('send.otherCourse')}
        </LinkButton>
        <LinkButton variant="quiet" to={paths.sendEvidence}>
          {t('send.another')}
        </LinkButton>
      </FormActions>
    </Section>
  );
}
