import type { Erasure } from '@lms/contracts';
import { can, formatMoment, paths, useMe, usePageTitle, useTexts } from '@lms/web-platform';
import { Notice, Page, PageHeader, Plate, Section } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { erasureQuery } from '../api/erasures.js';
import { ListSkeleton } from '../shared/ListSkeleton.js';
import styles from '../shared/shared.module.css';
import { commonTexts } from '../texts/common.js';
import { erasureTexts } from '../texts/erasure.js';
import { personTexts } from '../texts/person.js';
import { AreaTable } from './AreaTable.js';
import { Blocks, hardBlocks } from './Blocks.js';
import { DecideErasure } from './DecideErasure.js';
import { PreviewParts } from './PreviewParts.js';
import { Remained } from './Remained.js';

/** One proposal beside how things are now, for the second person; or what became of it. */
export function ErasurePage() {
  const { t } = useTexts(erasureTexts);
  const { t: person } = useTexts(personTexts);
  const { erasureId = '' } = useParams();
  const writes = can(useMe(), 'privacy.write');
  const { data } = useQuery(erasureQuery(erasureId));
  const title = data && (data.erasure.state === 'applied' ? t('titleDone') : t('title', { name: data.erasure.name }));
  usePageTitle(title);
  if (!data) return <ListSkeleton />;
  const { erasure, preview, changed } = data;
  return (
    <Page>
      <PageHeader title={title ?? ''} above={<Link to={paths.dataProtection()}>{t('back')}</Link>} />
      <Section title={t('done')}>
        <Words erasure={erasure} />
      </Section>
      {preview ? (
        <>
          <Section title={person('erase.areas')}>
            <PreviewParts preview={preview} />
          </Section>
          <Blocks blocks={preview.blocks} />
          {changed && <Notice tone="danger">{t('changed')}</Notice>}
          {writes && (
            <DecideErasure
              erasure={erasure}
              stands={!changed && hardBlocks(preview.blocks).length === 0}
              names={preview.standing.length}
            />
          )}
        </>
      ) : (
        erasure.state === 'applied' && (
          <>
            <Section title={t('counts')}>
              <AreaTable areas={erasure.counts} done />
            </Section>
            <Remained remained={erasure.remained} />
          </>
        )
      )}
    </Page>
  );
}

const looks = { proposed: 'outline', applied: 'ink', refused: 'danger', withdrawn: 'soft' } as const;

function Words({ erasure }: { erasure: Erasure }) {
  const { t } = useTexts(erasureTexts);
  const { t: common } = useTexts(commonTexts);
  const { state, ground, reason, override, proposedByName, proposedAt, decidedByName, decidedAt, decision } = erasure;
  return (
    <div className={styles.part}>
      <Plate look={looks[state]}>{t(`state.${state}`)}</Plate>
      <dl className={styles.terms}>
        <dt>{t('ground')}</dt>
        <dd>{common(`ground.${ground}`)}</dd>
        <dt>{t('reason')}</dt>
        <dd>{reason ? t('words', { words: reason }) : t('gone')}</dd>
        {override && (
          <>
            <dt>{t('override')}</dt>
            <dd>{t('words', { words: override })}</dd>
          </>
        )}
      </dl>
      <div className={styles.quiet}>
        <p>{t('proposedBy', { name: proposedByName, moment: formatMoment(proposedAt) })}</p>
        {decidedAt && <p>{t('decidedBy', { name: decidedByName ?? '', moment: formatMoment(decidedAt) })}</p>}
        {decision && <p>{t('words', { words: decision })}</p>}
      </div>
    </div>
  );
}
