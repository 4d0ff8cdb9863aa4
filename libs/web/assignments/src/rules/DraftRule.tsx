import type { Rule, RuleVersion } from '@lms/contracts';
import { paths, problemText, useTexts } from '@lms/web-platform';
import { Button, Notice, Page, PageHeader, Section, toast } from '@lms/web-ui';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useDiscard, usePreview } from '../api/change-rule.js';
import { AudienceBuilder } from '../audience/AudienceBuilder.js';
import { asGroup, isUnfinished, wholeAudience } from '../audience/edit-tree.js';
import { LiveCount } from '../audience/LiveCount.js';
import { SavedAudiences } from '../audience/SavedAudiences.js';
import { ruleTexts } from '../texts/rules.js';
import { ApprovalPart } from './ApprovalPart.js';
import { PreviewPart } from './PreviewPart.js';
import styles from './rules.module.css';
import { TargetFields } from './TargetFields.js';
import { useDraft } from './use-draft.js';
import { useNames } from './use-names.js';
import { Versions } from './Versions.js';

/** A draft: the rule as a sentence that follows what is chosen below it, whom it holds now, and what applying would do. */
export function DraftRule({ rule, version }: { rule: Rule; version: RuleVersion }) {
  const { t } = useTexts(ruleTexts);
  const navigate = useNavigate();
  const { draft, change, flush, saved, state } = useDraft(version);
  const naming = useNames(rule.versions.flatMap(({ names }) => names));
  const preview = usePreview(version.id);
  const discard = useDiscard({ ...version, version: saved.version });
  const [seen, setSeen] = useState({ previewId: version.previewId, of: version.version });
  const shown = seen.of === saved.version && state.at === 'saved' ? seen.previewId : null;
  const inForce = rule.versions.find((one) => one.state === 'active' && !one.superseded);
  const look = async () => {
    const of = await flush();
    if (of !== null) preview.mutate(undefined, { onSuccess: ({ id }) => setSeen({ previewId: id, of }) });
  };
  const saying = state.at === 'failed' ? t('page.unsaved', { why: problemText(state.error) }) : t(`page.${state.at}`);
  return (
    <Page width="wide">
      <PageHeader
        title={rule.name}
        above={<Link to={paths.rules}>{t('page.back')}</Link>}
        lead={
          <>
            {t('page.leadDraft', { number: version.number, name: version.createdByName, saved: saying })}{' '}
            {inForce && t('page.stays', { number: inForce.number })}
          </>
        }
        aside={
          <Button
            variant="quiet"
            busy={discard.isPending}
            onClick={() =>
              discard.mutate(undefined, {
                onSuccess: () => {
                  toast(t('page.discarded'));
                  void navigate(rule.versions.length > 1 ? paths.rule(rule.id) : paths.rules);
                },
              })
            }
          >
            {t('page.discard')}
          </Button>
        }
      />
      <div className={styles.columns}>
        <div className={styles.main}>
          <p className={styles.say} aria-live="polite">
            {saved.sentence}
          </p>
          {version.returnedReason && <Notice>{t('page.returned', { reason: version.returnedReason })}</Notice>}
          <Section title={t('audience.title')}>
            <AudienceBuilder
              group={asGroup(draft.predicate)}
              naming={naming}
              onChange={(predicate) => change({ predicate, audienceId: null })}
            />
            {isUnfinished(draft.predicate) && <p className={styles.quiet}>{t('page.incomplete')}</p>}
            <SavedAudiences
              predicate={wholeAudience(draft.predicate)}
              audienceId={draft.audienceId}
              onPick={({ id, predicate, names }) => {
                naming.remember(names.map((one) => ({ value: one.id, label: one.name })));
                change({ audienceId: id, predicate });
              }}
              onSaved={(audienceId) => change({ audienceId })}
            />
          </Section>
          <TargetFields
            {...{ draft, naming }}
            pathKind={saved.pathId === draft.pathId ? saved.pathKind : null}
            onChange={change}
          />
        </div>
        <div className={styles.side}>
          <LiveCount predicate={wholeAudience(draft.predicate)} />
          {preview.error && <Notice tone="danger">{problemText(preview.error)}</Notice>}
          <ApprovalPart
            version={saved}
            previewId={shown}
            onPreview={() => void look()}
            previewing={preview.isPending || state.at === 'saving'}
          />
          <Versions rule={rule} shown={version.id} />
        </div>
        {shown && (
          <div className={styles.result}>
            <PreviewPart id={shown} path={saved.pathId !== null} asked={preview.data?.id === shown} />
          </div>
        )}
      </div>
    </Page>
  );
}
