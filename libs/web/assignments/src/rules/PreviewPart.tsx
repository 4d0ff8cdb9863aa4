import type { RulePreview } from '@lms/contracts';
import { formatCount, formatDay, useTexts } from '@lms/web-platform';
import { Notice, Section, Skeleton, SkeletonRows } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { previewQuery } from '../api/previews.js';
import { ruleTexts } from '../texts/rules.js';
import { ComesAgain } from './ComesAgain.js';
import { EffectSign } from './EffectSign.js';
import { EffectsTable } from './EffectsTable.js';
import { PreviewNames } from './PreviewNames.js';
import styles from './rules.module.css';

/** What applying would do: totals on the sign, by organisation and scheme, when it falls due, and by name. A path has a day from which it counts. */
export function PreviewPart({ id, path, asked }: { id: string; path: boolean; asked: boolean }) {
  const { t } = useTexts(ruleTexts);
  const { data } = useQuery(previewQuery(id));
  if (!data)
    return (
      <Skeleton label={t('loading')}>
        <SkeletonRows rows={4} />
      </Skeleton>
    );
  const organisations = data.byOrganisation.map((row) => ({ ...row, id: row.organisationId }));
  const schemes = data.byScheme.map((row) => ({ ...row, id: row.schemeId }));
  return (
    <>
      <EffectSign preview={data} path={path} asked={asked} />
      {data.tooSoon > 0 && <Notice>{t('preview.exceptions', { count: data.tooSoon })}</Notice>}
      <Section title={t('preview.byOrganisation')}>
        <EffectsTable head={t('preview.organisation')} rows={organisations} />
      </Section>
      {schemes.length > 0 && (
        <Section title={t('preview.byScheme')}>
          <EffectsTable head={t('preview.scheme')} rows={schemes} />
        </Section>
      )}
      {data.dueDates.length > 0 && <DueDays preview={data} path={path} />}
      {data.again.length > 0 && <ComesAgain preview={data} />}
      <PreviewNames preview={data} path={path} />
    </>
  );
}

const SHOWN = 6;

function DueDays({ preview, path }: { preview: RulePreview; path: boolean }) {
  const { t } = useTexts(ruleTexts);
  const rest = preview.dueDates.slice(SHOWN);
  return (
    <Section title={t(path ? 'preview.counts' : 'preview.due')}>
      <ul className={styles.days}>
        {preview.dueDates.slice(0, SHOWN).map(({ dueOn, people }) => (
          <li key={dueOn ?? 'none'}>
            {dueOn
              ? t('preview.dueRow', { people: formatCount(people), day: formatDay(dueOn) })
              : t('preview.dueNone', { people: formatCount(people) })}
          </li>
        ))}
        {rest.length > 0 && (
          <li>
            {t('preview.dueRest', {
              people: formatCount(rest.reduce((sum, { people }) => sum + people, 0)),
              count: rest.length,
            })}
          </li>
        )}
      </ul>
    </Section>
  );
}
