import type { Rule, RuleVersion } from '@lms/contracts';
import { can, formatCount, formatDayOf, paths, useMe, useTexts } from '@lms/web-platform';
import { Button, Notice, Page, PageHeader } from '@lms/web-ui';
import { Link, useSearchParams } from 'react-router';
import { usePreview } from '../api/change-rule.js';
import { LiveCount } from '../audience/LiveCount.js';
import { ruleTexts } from '../texts/rules.js';
import { ApprovalPart } from './ApprovalPart.js';
import { EndPart } from './ending/EndPart.js';
import { ExceptionsPart } from './ExceptionsPart.js';
import { PreviewPart } from './PreviewPart.js';
import styles from './rules.module.css';
import { RunNotice } from './RunNotice.js';
import { Versions } from './Versions.js';

/** A version that stands still: waiting for approval, in force, or over. */
export function AppliedRule({ rule, version }: { rule: Rule; version: RuleVersion }) {
  const { t } = useTexts(ruleTexts);
  const me = useMe();
  const preview = usePreview(version.id);
  const applied = version.state === 'active' || version.state === 'ended';
  const write = can(me, 'rules.write');
  const [params, setParams] = useSearchParams();
  // Onboarding and offboarding reach those alone who come or go.
  const reach = version.pathKind === 'onboarding' || version.pathKind === 'offboarding' ? version.pathKind : null;
  const inForce = version.state === 'active' && !version.superseded;
  const endShown = inForce && (rule.ending !== null || (write && params.get('end') === 'look'));
  const showEnd = (shown: boolean) => {
    const next = new URLSearchParams(params);
    if (shown) next.set('end', 'look');
    else next.delete('end');
    setParams(next, { preventScrollReset: true });
  };
  const lead = applied
    ? [
        t('page.lead', {
          number: version.number,
          name: version.appliedByName ?? '',
          day: version.appliedAt ? formatDayOf(version.appliedAt) : '',
        }),
        version.approvedByName && t('page.approvedBy', { name: version.approvedByName }),
        t('page.owner', { name: rule.ownerName }),
      ]
    : [
        t('page.version', { number: version.number }),
        t(`state.${version.state}`),
        t('page.owner', { name: rule.ownerName }),
      ];
  return (
    <Page width="wide">
      <PageHeader
        title={rule.name}
        above={<Link to={paths.rules}>{t('page.back')}</Link>}
        lead={lead.filter(Boolean).join(' ')}
      />
      <div className={styles.columns}>
        <div className={styles.main}>
          <p className={styles.say}>{version.sentence}</p>
          {version.run && <RunNotice run={version.run} />}
          {version.endedReason && <Notice>{version.endedReason}</Notice>}
          {rule.exceptions > 0 && <ExceptionsPart ruleId={rule.id} write={write} />}
          {endShown && <EndPart rule={rule} write={write} onClose={() => showEnd(false)} />}
          {inForce && !endShown && <LiveCount predicate={version.predicate} note={reach && t(`page.${reach}`)} />}
        </div>
        <div className={styles.side}>
          {applied && (
            <section className={styles.sign} aria-labelledby="whom-it-reaches">
              <h2 id="whom-it-reaches">{t('page.reaches')}</h2>
              <dl>
                <div data-effect="gains">
                  <dt>{t('page.reachesUnit', { count: version.people })}</dt>
                  <dd>{formatCount(version.people)}</dd>
                </div>
              </dl>
            </section>
          )}
          {!applied && (
            <ApprovalPart
              version={version}
              previewId={version.previewId}
              onPreview={() => preview.mutate(undefined)}
              previewing={preview.isPending}
            />
          )}
          <Versions rule={rule} shown={version.id} />
          {inForce && write && !endShown && (
            <div className={styles.ending}>
              <Button variant="danger" onClick={() => showEnd(true)}>
                {t('page.end')}
              </Button>
            </div>
          )}
        </div>
        {!applied && version.previewId && (
          <div className={styles.result}>
            <PreviewPart
              id={version.previewId}
              path={version.pathId !== null}
              asked={preview.data?.id === version.previewId}
            />
          </div>
        )}
      </div>
    </Page>
  );
}
