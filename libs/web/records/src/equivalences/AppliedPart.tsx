import type { Equivalence, EquivalenceVersion } from '@lms/contracts';
import { can, formatMoment, paths, useMe, useTexts } from '@lms/web-platform';
import { LinkButton, Section } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { ApprovalPart } from './ApprovalPart.js';
import { previewQuery } from './api.js';
import { Ends } from './Ends.js';
import styles from './equivalences.module.css';
import { PreviewPart } from './PreviewPart.js';
import { RunNotice } from './RunNotice.js';
import { equivalenceTexts } from './texts.js';
import { Versions } from './Versions.js';

interface Props {
  equivalence: Equivalence;
  version: EquivalenceVersion;
}

/** A version to be read: in review with what it would do, or in force with what it gave. */
export function AppliedPart({ equivalence, version }: Props) {
  const { t } = useTexts(equivalenceTexts);
  const me = useMe();
  const review = version.state === 'in-review';
  const { data: preview } = useQuery(previewQuery(review ? version.previewId : null));
  const ends =
    can(me, 'record.correct') &&
    (equivalence.state === 'in-force' || equivalence.state === 'closed') &&
    equivalence.ends.every(({ state }) => state !== 'waiting');
  return (
    <div className={styles.columns}>
      <div className={styles.main}>
        {version.run && <RunNotice run={version.run} />}
        <Section title={t('page.reason')}>
          <p className={styles.text}>{version.reason}</p>
          <p className={styles.quiet}>
            {version.appliedByName &&
              version.appliedAt &&
              t('page.applied', { name: version.appliedByName, moment: formatMoment(version.appliedAt) })}
          </p>
        </Section>
        <Ends equivalence={equivalence} />
        {preview && <PreviewPart preview={preview} />}
      </div>
      <div className={styles.side}>
        {review && <ApprovalPart version={version} preview={preview ?? null} />}
        <Versions equivalence={equivalence} shown={version.id} />
        {ends && (
          <LinkButton variant="quiet" to={paths.endEquivalence(equivalence.id)}>
            {t('end.link')}
          </LinkButton>
        )}
      </div>
    </div>
  );
}
