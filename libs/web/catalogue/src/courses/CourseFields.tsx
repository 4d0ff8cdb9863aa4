import type { SaveCourseRequest } from '@lms/contracts';
import { fieldProblem, useTexts } from '@lms/web-platform';
import { FieldShell } from '@lms/web-ui';
import { AreaField } from '../fields/AreaField.js';
import { CheckField } from '../fields/CheckField.js';
import { TagsField } from '../fields/TagsField.js';
import { commonTexts } from '../texts/common.js';
import { courseTexts } from '../texts/courses.js';
import { OutcomeField } from './OutcomeField.js';
import { NamedFields } from './NamedFields.js';
import { WhoSees } from './WhoSees.js';

interface Props {
  draft: SaveCourseRequest;
  onChange: (draft: SaveCourseRequest) => void;
  /** Whether what is missing is said yet. */
  tried: boolean;
  error: unknown;
  /** A path keeps the course mandatory. */
  forced?: boolean;
}

/** Code, title, summary, topics, outcome, who sees it, and whether it is mandatory and gives a certificate, for a new course and an existing one. */
export function CourseFields({ draft, onChange, tried, error, forced = false }: Props) {
  const { t } = useTexts(courseTexts);
  const { t: common } = useTexts(commonTexts);
  const set = (change: Partial<SaveCourseRequest>) => onChange({ ...draft, ...change });
  return (
    <>
      <NamedFields draft={draft} onChange={set} tried={tried} error={error} />
      <AreaField
        label={common('form.summary')}
        hint={t('form.summaryHint')}
        value={draft.summary}
        maxLength={2000}
        error={fieldProblem(error, 'summary')}
        onChange={(event) => set({ summary: event.currentTarget.value })}
      />
      <FieldShell label={t('form.topics')} hint={t('form.topicsHint')} error={fieldProblem(error, 'topics')}>
        {(ids) => <TagsField {...ids} value={draft.topics} onChange={(topics) => set({ topics })} />}
      </FieldShell>
      <OutcomeField
        value={draft.outcome}
        error={fieldProblem(error, 'outcome')}
        onChange={(outcome) => set({ outcome })}
      />
      <WhoSees draft={draft} onChange={set} />
      <CheckField
        label={t('mandatory')}
        hint={forced ? t('form.mandatoryForced') : t('form.mandatoryHint')}
        checked={draft.mandatory}
        disabled={forced}
        error={fieldProblem(error, 'mandatory')}
        onChange={(mandatory) => set({ mandatory })}
      />
      <CheckField
        label={t('form.certificate')}
        hint={t('form.certificateHint')}
        checked={draft.givesCertificate}
        error={fieldProblem(error, 'givesCertificate')}
        onChange={(givesCertificate) => set({ givesCertificate })}
      />
    </>
  );
}
