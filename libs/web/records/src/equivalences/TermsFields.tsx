import type { CoursePage, EquivalenceTermsRequest } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { ChoiceField, SelectField, TextField } from '@lms/web-ui';
import styles from './equivalences.module.css';
import { equivalenceTexts } from './texts.js';

interface Props {
  terms: EquivalenceTermsRequest;
  courses: CoursePage['items'];
  onChange: (part: Partial<EquivalenceTermsRequest>) => void;
  problem: (path: string) => string | null;
}

/** How much something is worth, for which days, how long at most, and why. */
export function TermsFields({ terms, courses, onChange, problem }: Props) {
  const { t } = useTexts(equivalenceTexts);
  return (
    <div className={styles.fields}>
      <ChoiceField
        legend={t('form.enough')}
        value={terms.kind}
        options={(['full', 'top-up'] as const).map((value) => ({ value, label: t(`form.${value}`) }))}
        onChange={(kind) => onChange({ kind, ...(kind === 'full' ? { remainderCourseId: null } : {}) })}
      />
      {terms.kind === 'top-up' && (
        <SelectField
          label={t('form.remainder')}
          hint={t('form.remainderHint')}
          none={t('form.choose')}
          value={terms.remainderCourseId ?? ''}
          options={courses.map(({ id, title }) => ({ value: id, label: title }))}
          error={problem('remainderCourseId')}
          onChange={(event) => onChange({ remainderCourseId: event.target.value || null })}
        />
      )}
      <div className={styles.pair}>
        <TextField
          type="date"
          label={t('form.from')}
          hint={t('form.open')}
          value={terms.fromOn ?? ''}
          error={problem('fromOn')}
          onChange={(event) => onChange({ fromOn: event.target.value || null })}
        />
        <TextField
          type="date"
          label={t('form.to')}
          hint={t('form.open')}
          value={terms.toOn ?? ''}
          error={problem('toOn')}
          onChange={(event) => onChange({ toOn: event.target.value || null })}
        />
      </div>
      <TextField
        type="number"
        min={1}
        max={600}
        label={t('form.months')}
        hint={t('form.monthsHint')}
        value={terms.limitMonths ?? ''}
        error={problem('limitMonths')}
        onChange={(event) => onChange({ limitMonths: Number(event.target.value) || null })}
      />
      <TextField
        label={t('form.reason')}
        hint={t('form.reasonHint')}
        maxLength={2000}
        value={terms.reason}
        error={problem('reason')}
        onChange={(event) => onChange({ reason: event.target.value })}
      />
    </div>
  );
}
