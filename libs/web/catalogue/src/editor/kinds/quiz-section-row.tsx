import type { QuestionBank, QuizSection } from '@lms/contracts';
import { paths, useTexts } from '@lms/web-platform';
import { Button, Hidden } from '@lms/web-ui';
import { Link } from 'react-router';
import { MoveButtons } from '../../components/MoveButtons.js';
import { SavingField } from '../../fields/SavingField.js';
import { SelectField } from '../../fields/SelectField.js';
import { wholeNumber } from '../../fields/whole-number.js';
import { inSection } from './quiz-pool.js';
import { quizPanelTexts } from './quiz-texts.js';
import styles from './quiz-panel.module.css';

interface Props {
  section: QuizSection;
  bank: QuestionBank | undefined;
  gone: boolean;
  index: number;
  last: boolean;
  onChange: (part: Partial<QuizSection>) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}

/** Questions of one bank: which of them, and how many each learner gets. */
export function QuizSectionRow({ section, bank, gone, index, last, onChange, onMove, onRemove }: Props) {
  const { t } = useTexts(quizPanelTexts);
  const there = inSection(section, bank);
  const { tag, count } = section;
  const title = bank?.title ?? '';
  const named = t('named', { title });
  const inCount = (text: string) => wholeNumber(text, 1, 200);
  const known = bank?.tags.some((each) => each.tag === tag) ?? false;
  const short = there !== null && (there === 0 || (count !== null && there < count));
  return (
    <li className={styles.section}>
      <div className={styles.sectionHead}>
        <h5>{bank ? <Link to={paths.questionBank(bank.id)}>{bank.title}</Link> : gone ? t('missing') : '…'}</h5>
        <span className={styles.sectionActions}>
          <MoveButtons
            upText={t('up')}
            downText={t('down')}
            named={named}
            first={index === 0}
            last={last}
            onMove={onMove}
          />
          <Button size="small" variant="quiet" onClick={onRemove}>
            {t('remove')}
            <Hidden>{named}</Hidden>
          </Button>
        </span>
      </div>
      {bank && (
        <div className={styles.sectionFields}>
          <SelectField
            label={t('tag')}
            value={tag ?? ''}
            options={[
              { value: '', label: t('everyTag', { count: bank.questions }) },
              ...bank.tags.map((each) => ({
                value: each.tag,
                label: t('tagCount', { tag: each.tag, count: each.questions }),
              })),
              // A tag that no question carries any more still has to be seen to be changed.
              ...(tag !== null && !known ? [{ value: tag, label: t('tagCount', { tag, count: 0 }) }] : []),
            ]}
            onChange={(value) => onChange({ tag: value || null })}
          />
          <SavingField
            label={t('count')}
            hint={t('countHint')}
            inputMode="numeric"
            value={count === null ? '' : String(count)}
            check={(text) => (text && inCount(text) === null ? t('countWrong') : null)}
            onSave={(text) => onChange({ count: text ? inCount(text) : null })}
          />
        </div>
      )}
      {there !== null && (
        <p className={styles.stands} data-short={short || undefined} role="status">
          {there === 0
            ? t('emptyTag')
            : short
              ? t('fewer', { wanted: count ?? 0, count: there })
              : t(tag === null ? 'standsBank' : 'stands', { count: there })}
          {!short && count !== null && count < there && ` ${t('drawn', { count })}`}
        </p>
      )}
    </li>
  );
}
