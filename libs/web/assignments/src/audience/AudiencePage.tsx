import type { Audience } from '@lms/contracts';
import { can, paths, useMe, usePageTitle, useTexts } from '@lms/web-platform';
import { LinkButton, Page, PageHeader, Skeleton, SkeletonBlock, SkeletonRows } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { audienceQuery } from '../api/audiences.js';
import styles from '../rules/rules.module.css';
import { audienceTexts } from '../texts/audiences.js';
import { audiencePath, newRulePath } from './audience-links.js';
import { AudienceChanges } from './AudienceChanges.js';
import { ChangeAudience } from './ChangeAudience.js';
import { LiveCount } from './LiveCount.js';
import { MadeWithIt } from './MadeWithIt.js';

/** One saved audience: whom it names, the rules that were made with it, and what it was before. */
export function AudiencePage() {
  const { audienceId = '' } = useParams();
  const { t } = useTexts(audienceTexts);
  const { data } = useQuery(audienceQuery(audienceId));
  usePageTitle(data?.name ?? t('title'));
  if (!data)
    return (
      <Page>
        <Skeleton label={t('loading')}>
          <SkeletonBlock height={40} width={360} />
          <SkeletonRows rows={4} />
        </Skeleton>
      </Page>
    );
  return <Shown audience={data} />;
}

function Shown({ audience }: { audience: Audience }) {
  const { t } = useTexts(audienceTexts);
  const navigate = useNavigate();
  const write = can(useMe(), 'rules.write');
  const [params] = useSearchParams();
  const { id, name, words, ownerName, predicate } = audience;
  const changing = write && params.get('change') !== null;
  return (
    <Page width="wide">
      <PageHeader
        title={name}
        lead={`${t('everyone', { words })}. ${t('owner', { name: ownerName })}`}
        above={<Link to={paths.audiences}>{t('title')}</Link>}
        aside={
          write &&
          !changing && (
            <>
              <LinkButton to={audiencePath(id, true)}>{t('change')}</LinkButton>
              <LinkButton variant="main" to={newRulePath(id)}>
                {t('newRule')}
              </LinkButton>
            </>
          )
        }
      />
      {changing ? (
        <ChangeAudience audience={audience} onClose={() => void navigate(audiencePath(id))} />
      ) : (
        <div className={styles.columns}>
          <div className={styles.main}>
            <MadeWithIt audience={audience} write={write} />
            <AudienceChanges id={id} />
          </div>
          <div className={styles.side}>
            <LiveCount predicate={predicate} />
          </div>
        </div>
      )}
    </Page>
  );
}
