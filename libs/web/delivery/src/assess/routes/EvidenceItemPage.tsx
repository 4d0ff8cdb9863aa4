import { formatMoment, paths, usePageTitle, useTexts } from '@lms/web-platform';
import { Empty, Notice, Page, PageHeader, Plate, Section, Skeleton, SkeletonBlock } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { EvidenceFacts } from '../../evidence/EvidenceFacts.js';
import { EvidencePicture } from '../../evidence/EvidencePicture.js';
import { evidenceSheetQuery } from '../api/evidence.js';
import { CheckEvidence, type Decided } from '../components/CheckEvidence.js';
import { CheckedNotice } from '../components/CheckedNotice.js';
import { assessTexts } from '../texts.js';
import styles from './EvidenceItemPage.module.css';

/** One card or certificate: what was sent beside what was typed, and the decision. */
export function EvidenceItemPage() {
  const { t } = useTexts(assessTexts);
  const { submissionId = '' } = useParams();
  const { data: sheet } = useQuery(evidenceSheetQuery(submissionId));
  const [decided, setDecided] = useState<{ id: string; how: Decided } | null>(null);
  usePageTitle(sheet && `${sheet.courseTitle}, ${sheet.name}`);
  if (!sheet) {
    return (
      <Page>
        <Skeleton label={t('loading')}>
          <SkeletonBlock height={420} />
        </Skeleton>
      </Page>
    );
  }
  const { item } = sheet;
  const done = decided?.id === item.id ? decided.how : null;
  return (
    <Page>
      <PageHeader
        title={sheet.name}
        lead={
          <>
            {[sheet.jobRole, sheet.organisationName].filter(Boolean).join(', ')}
            <br />
            {sheet.courseTitle}
          </>
        }
        above={<Link to={paths.evidence}>{t('check.back')}</Link>}
        aside={<Plate look={item.state === 'returned' ? 'danger' : 'outline'}>{t(`state.${item.state}`)}</Plate>}
      />
      {done && <CheckedNotice id={item.id} name={sheet.name} how={done} />}
      <div className={styles.sheet}>
        <Section title={t('check.proof')}>
          {item.file ? (
            <EvidencePicture file={item.file} />
          ) : (
            <Empty title={t('check.noProof')} text={sheet.settings.fileNeeded ? undefined : t('check.noProofText')} />
          )}
        </Section>
        <div>
          <Section title={t('check.given')}>
            <EvidenceFacts item={item} />
            <p className={styles.by}>
              {t('evidence.sentBy', { day: formatMoment(item.submittedAt), name: item.submittedByName })}
            </p>
          </Section>
          {sheet.canCheck && !done && (
            <CheckEvidence sheet={sheet} onDecided={(how) => setDecided({ id: item.id, how })} />
          )}
          {!sheet.canCheck && item.state === 'waiting' && <Notice>{t('check.notYours')}</Notice>}
          {item.check && !done && (
            <Notice tone={item.state === 'accepted' ? 'good' : 'plain'}>
              {item.state === 'accepted'
                ? t('evidence.accepted', { name: item.check.byName, day: formatMoment(item.check.at) })
                : t('evidence.returnedBy', { name: item.check.byName, day: formatMoment(item.check.at) })}{' '}
              {item.check.note && t('queue.reason', { reason: item.check.note })}
            </Notice>
          )}
        </div>
      </div>
    </Page>
  );
}
