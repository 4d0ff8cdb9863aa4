import { useTexts } from '@lms/web-platform';
import { useInfiniteQuery } from '@tanstack/react-query';
import { coursesQuery } from '../api/courses.js';
import { SelectField } from '../fields/SelectField.js';
import { builderTexts } from '../texts/builder.js';

interface Props {
  /** The template's id; empty for none. */
  value: string;
  onChange: (templateId: string) => void;
}

/** What a new course starts from; nothing is shown as long as there is no template. */
export function FromTemplate({ value, onChange }: Props) {
  const { t } = useTexts(builderTexts);
  const { data } = useInfiniteQuery({ ...coursesQuery({ template: 'true' }), throwOnError: false });
  const templates = data?.pages.flatMap((page) => page.items) ?? [];
  if (templates.length === 0) return null;
  return (
    <SelectField
      label={t('templates.start')}
      hint={t(value ? 'templates.lead' : 'templates.hint')}
      options={[
        { value: '', label: t('templates.blank') },
        ...templates.map(({ id, title, code }) => ({ value: id, label: `${title} (${code})` })),
      ]}
      value={value}
      onChange={onChange}
    />
  );
}
