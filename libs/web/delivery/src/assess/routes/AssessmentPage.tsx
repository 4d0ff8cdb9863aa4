import type { SignedAssessment } from '@lms/contracts';
import { formatMoment, paths, usePageTitle, useTexts } from '@lms/web-platform';
import { Empty, LinkButton, Notice, Page, PageHeader, Section, Skeleton, SkeletonBlock } from '@lms/web-ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { sheetQuery } from '../api/assessments.js';
import { myChecksQuery } from '../api/my-checks.js';
import { AssessSheet } from '../components/AssessSheet.js';
import { Paragraphs } from '../components/Paragraphs.js';
import { SignedView } from '../components/SignedView.js';
import { assessTexts } from '../texts.js';

/** One assessment: being made by its assessor, or as it was signed. */
export function AssessmentPage() {
  const { t } = useTexts(assessTexts);
  const { assessmentId = '' } = useParams();
  const client = useQueryClient();
  const { data: sheet } = useQuery(sheetQuery(assessmentId));
  const [justSigned, setJustSigned] = useState<SignedAssessment | null>(null);
  usePageTitle(sheet && `${sheet.activityTitle}, ${sheet.name}`);
  if (!sheet) {
    return (
      <Page width="reading">
        <Skeleton label={t('loading')}>
          <SkeletonBlock height={420} />
        </Skeleton>
      </Page>
    );
  }
  const onSigned = (signed: SignedAssessment) => {
    setJustSigned(signed);
    void client.refetchQueries({ queryKey: sheetQuery(sheet.id).queryKey });
    void client.invalidateQueries({ queryKey: ['assessments'] });
    void client.invalidateQueries({ queryKey: myChecksQuery().queryKey });
  };
  const who = [sheet.jobRole, sheet.organisationName].filter(Boolean).join(', ');
  return (
    <Page width="reading">
      <PageHeader
        title={sheet.name}
        lead={
          <>
            {who}
            <br />
            {sheet.courseTitle === sheet.activityTitle
              ? sheet.courseTitle
              : `${sheet.courseTitle}: ${sheet.activityTitle}`}
          </>
        }
        above={<Link to={paths.assess}>{t('sheet.back')}</Link>}
      />
      {sheet.signed ? (
        <>
          <Notice tone={sheet.signed.passed ? 'good' : 'plain'}>
            {justSigned
              ? t(justSigned.passed ? 'outcome.signedPassed' : 'outcome.signedFailed', { name: sheet.name })
              : t('outcome.signed', { assessor: sheet.assessorName, moment: formatMoment(sheet.signed.at) })}
          </Notice>
          <Section title={t(sheet.signed.passed ? 'outcome.passed' : 'outcome.failed')}>
            <SignedView items={sheet.settings.items} results={sheet.results} photos={sheet.photos} />
            {sheet.note && <Paragraphs text={sheet.note} />}
          </Section>
          {justSigned && (
            <Section title={t('list.title')}>
              <LinkButton variant="main" to={paths.assess}>
                {t('sheet.back')}
              </LinkButton>
            </Section>
          )}
        </>
      ) : sheet.closed ? (
        <Empty
          level={2}
          title={t('sheet.closed')}
          text={t('sheet.closedText')}
          action={<LinkButton to={paths.assess}>{t('sheet.back')}</LinkButton>}
        />
      ) : (
        <AssessSheet key={sheet.id} sheet={sheet} onSigned={onSigned} />
      )}
    </Page>
  );
}
