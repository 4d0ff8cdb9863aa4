import { paths, useListExport, usePageTitle, useTexts } from '@lms/web-platform';
import { Empty, LateExportMenu, Page, PageHeader, Section, Skeleton, SkeletonRows } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { AnchorTable } from './AnchorTable.js';
import styles from './Anchors.module.css';
import { anchorsQuery, signingKeyQuery } from './api.js';
import { HowToVerify } from './HowToVerify.js';
import { PublicKey } from './PublicKey.js';
import { anchorTexts } from './texts.js';

/** The daily anchors of everybody's record, to be kept where nobody who runs the product reaches them. */
export function AnchorsPage() {
  const { t } = useTexts(anchorTexts);
  const { data } = useQuery(anchorsQuery());
  const { data: key } = useQuery(signingKeyQuery());
  const exported = useListExport([{ list: 'anchors', filters: {} }]);
  usePageTitle(t('title'));
  return (
    <Page>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        above={<Link to={paths.dataProtection()}>{t('back')}</Link>}
        aside={data && data.items.length > 0 && <LateExportMenu {...exported} />}
      />
      <Section title={t('what.title')}>
        <div className={styles.words}>
          <p>{t('what.text')}</p>
          <p>{t('what.keep')}</p>
        </div>
      </Section>
      <Section
        title={t('list.title')}
        aside={data && data.items.length > 0 && t('list.aside', { count: data.items.length })}
      >
        {!data || !key ? (
          <Skeleton label={t('loading')}>
            <SkeletonRows rows={4} />
          </Skeleton>
        ) : data.items.length === 0 ? (
          <Empty title={t('none')} text={t('noneText')} />
        ) : (
          <AnchorTable items={data.items} publicKey={key.publicKey} />
        )}
      </Section>
      {key && (
        <>
          <PublicKey publicKey={key.publicKey} />
          <HowToVerify publicKey={key.publicKey} newest={data?.items[0]?.day} />
        </>
      )}
    </Page>
  );
}
