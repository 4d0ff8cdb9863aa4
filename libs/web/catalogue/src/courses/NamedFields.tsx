import type { SaveCourseRequest } from '@lms/contracts';
import { fieldProblem, useTexts } from '@lms/web-platform';
import { TextField } from '@lms/web-ui';
import { commonTexts } from '../texts/common.js';
import { courseTexts } from '../texts/courses.js';

interface Props {
  draft: Pick<SaveCourseRequest, 'title' | 'code'>;
  onChange: (change: Partial<SaveCourseRequest>) => void;
  tried: boolean;
  error: unknown;
}

/** What every course has of its own, also one that takes all else from a template. */
export function NamedFields({ draft, onChange, tried, error }: Props) {
  const { t } = useTexts(courseTexts);
  const { t: common } = useTexts(commonTexts);
  const missing = (value: string, sentence: string) => (tried && !value.trim() ? sentence : null);
  return (
    <>
      <TextField
        label={common('form.title')}
        value={draft.title}
        maxLength={120}
        error={missing(draft.title, common('form.missingTitle')) ?? fieldProblem(error, 'title')}
        onChange={(event) => onChange({ title: event.target.value })}
      />
      <TextField
        label={common('form.code')}
        hint={common('form.codeHint', { example: t('form.example') })}
        value={draft.code}
        maxLength={20}
        autoComplete="off"
        spellCheck={false}
        error={missing(draft.code, common('form.missingCode')) ?? fieldProblem(error, 'code')}
        onChange={(event) => onChange({ code: event.target.value })}
      />
    </>
  );
}
