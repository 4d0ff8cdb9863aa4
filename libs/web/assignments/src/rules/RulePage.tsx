import type { Rule, RuleVersion } from '@lms/contracts';
import { can, useMe, usePageTitle, useTexts } from '@lms/web-platform';
import { Page, Skeleton, SkeletonBlock, SkeletonRows } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { useParams, useSearchParams } from 'react-router';
import { ruleQuery } from '../api/rules.js';
import { ruleTexts } from '../texts/rules.js';
import { AppliedRule } from './AppliedRule.js';
import { DraftRule } from './DraftRule.js';

/** What is worked on, else what is in force, else the newest. */
function shownVersion(rule: Rule, wanted: string | null): RuleVersion | undefined {
  const open = rule.versions.find(({ state }) => state !== 'active' && state !== 'ended');
  return (
    rule.versions.find(({ id }) => id === wanted) ??
    open ??
    rule.versions.find(({ state, superseded }) => state === 'active' && !superseded) ??
    rule.versions[0]
  );
}

/** One rule: the draft that is worked on, or the version in force and whom it reaches. */
export function RulePage() {
  const { ruleId = '' } = useParams();
  const [params] = useSearchParams();
  const { t } = useTexts(ruleTexts);
  const me = useMe();
  const { data } = useQuery(ruleQuery(ruleId));
  usePageTitle(data?.name ?? t('list.title'));
  const version = data && shownVersion(data, params.get('version'));
  if (!data || !version)
    return (
      <Page>
        <Skeleton label={t('loading')}>
          <SkeletonBlock height={40} width={360} />
          <SkeletonRows rows={4} />
        </Skeleton>
      </Page>
    );
  const editable = version.state === 'draft' && can(me, 'rules.write');
  return editable ? (
    <DraftRule key={version.id} rule={data} version={version} />
  ) : (
    <AppliedRule key={version.id} rule={data} version={version} />
  );
}
