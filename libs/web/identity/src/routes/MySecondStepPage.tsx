import { paths, problemText, usePageTitle, useTexts } from '@lms/web-platform';
import { Button, Empty, FormActions, Notice, Page, PageHeader, Section, Skeleton, SkeletonRows } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { secondFactorQuery, useNewCodes } from '../api/second-factor.js';
import { RecoveryCodeList } from '../second-step/RecoveryCodeList.js';
import styles from '../second-step/second-step.module.css';
import { SetUpApp } from '../second-step/SetUpApp.js';
import { SetUpPasskey } from '../second-step/SetUpPasskey.js';
import { WayList } from '../second-step/WayList.js';
import { identityTexts } from '../texts.js';
import { secondStepTexts } from '../texts/second-step.js';

/** What confirms, besides the password, that it is oneself. */
export function MySecondStepPage() {
  const { t } = useTexts(secondStepTexts);
  const { t: identity } = useTexts(identityTexts);
  const { data: mine } = useQuery(secondFactorQuery());
  const newCodes = useNewCodes();
  const [codes, setCodes] = useState<readonly string[]>([]);
  usePageTitle(t('mine.title'));
  if (!mine)
    return (
      <Page width="reading">
        <Skeleton label={identity('loading')}>
          <SkeletonRows rows={4} />
        </Skeleton>
      </Page>
    );
  const some = mine.app !== null || mine.passkeys.length > 0;
  return (
    <Page width="reading">
      <PageHeader
        title={t('mine.title')}
        lead={mine.demanded ? `${t('mine.lead')} ${t('mine.demanded')}` : t('mine.lead')}
        above={<Link to={paths.account}>{t('mine.back')}</Link>}
      />
      {codes.length > 0 && (
        <Section title={t('codes.title')}>
          <RecoveryCodeList codes={codes} onKept={() => setCodes([])} />
        </Section>
      )}
      {some ? <WayList mine={mine} /> : <Empty title={t('mine.none')} text={t('mine.noneText')} level={2} plain />}
      {some && codes.length === 0 && (
        <Section title={t('codes.title')} aside={t('mine.newCodesHint')}>
          <p className={styles.lead}>{t('mine.codesLeft', { count: mine.recoveryCodesLeft })}</p>
          {newCodes.error && <Notice tone="danger">{problemText(newCodes.error)}</Notice>}
          <FormActions>
            <Button
              busy={newCodes.isPending}
              onClick={() => newCodes.mutate(undefined, { onSuccess: (made) => setCodes(made.codes) })}
            >
              {t('mine.newCodes')}
            </Button>
          </FormActions>
        </Section>
      )}
      <Section title={t('mine.add')}>
        <div className={styles.ways}>
          {!mine.app && <SetUpApp onAdded={setCodes} />}
          <SetUpPasskey key={mine.passkeys.length} onAdded={setCodes} />
        </div>
      </Section>
    </Page>
  );
}
