import type { QuestionBank } from '@lms/contracts';
import { formatCount, paths, useTexts } from '@lms/web-platform';
import { DataTable } from '@lms/web-ui';
import { Link } from 'react-router';
import { questionTexts } from '../texts.js';

/** More tags than this only make the row higher. */
const mostTags = 5;

/** Banks with what they hold and who draws from them. */
export function BankTable({ banks }: { banks: readonly QuestionBank[] }) {
  const { t } = useTexts(questionTexts);
  return (
    <DataTable
      caption={t('banks.caption')}
      rows={banks}
      rowKey={(bank) => bank.id}
      columns={[
        {
          key: 'bank',
          head: t('banks.bank'),
          main: true,
          cell: (bank) => <Link to={paths.questionBank(bank.id)}>{bank.title}</Link>,
        },
        { key: 'questions', head: t('banks.questions'), align: 'right', cell: (bank) => formatCount(bank.questions) },
        {
          key: 'critical',
          head: t('banks.critical'),
          align: 'right',
          cell: (bank) => (bank.safetyCritical ? formatCount(bank.safetyCritical) : ''),
        },
        {
          key: 'tags',
          head: t('banks.tags'),
          cell: (bank) => {
            const tags = bank.tags.map(({ tag }) => tag);
            return tags.length > mostTags ? `${tags.slice(0, mostTags).join(', ')} …` : tags.join(', ');
          },
        },
        {
          key: 'used',
          head: t('banks.usedBy'),
          cell: ({ usedBy }) =>
            usedBy.length === 0
              ? t('banks.unused')
              : usedBy.length === 1
                ? usedBy[0]?.title
                : t('banks.courses', { count: usedBy.length }),
        },
      ]}
    />
  );
}
