import type { QuestionBank, QuizSection } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { Empty } from '@lms/web-ui';
import { useId, useRef } from 'react';
import { moveItem } from '../../components/move.js';
import { SearchPicker } from '../../fields/SearchPicker.js';
import { bankSearchQuery } from '../../questions/api/banks.js';
import { QuizSectionRow } from './quiz-section-row.js';
import { quizPanelTexts } from './quiz-texts.js';
import styles from './quiz-panel.module.css';

interface Props {
  sections: QuizSection[];
  banks: ReadonlyMap<string, QuestionBank>;
  gone: ReadonlySet<string>;
  total: number | null;
  onChange: (sections: QuizSection[]) => void;
}

const mostSections = 30;

/** Where the questions come from: bank, tag and how many, in order. */
export function QuizSections({ sections, banks, gone, total, onChange }: Props) {
  const { t } = useTexts(quizPanelTexts);
  const heading = useId();
  const root = useRef<HTMLOListElement>(null);
  const add = (bank: QuestionBank) => onChange([...sections, { bankId: bank.id, tag: null, count: null }]);
  const set = (index: number, part: Partial<QuizSection>) =>
    onChange(sections.map((section, at) => (at === index ? { ...section, ...part } : section)));
  const move = (index: number, by: -1 | 1) => {
    onChange([...moveItem(sections, index, by)]);
    // Rows stay where they are and change what they show: the focus goes along with what was moved.
    root.current?.children[index + by]?.querySelector<HTMLElement>(`[data-move="${by}"]`)?.focus();
  };
  return (
    <div role="group" className={styles.part} aria-labelledby={heading}>
      <div className={styles.head}>
        <h4 id={heading}>{t('questions')}</h4>
        <span role="status">{sections.length > 0 && total !== null && t('total', { count: total })}</span>
      </div>
      {sections.length === 0 ? (
        <Empty plain title={t('none')} text={t('noneText')} />
      ) : (
        <ol ref={root} className={styles.sections}>
          {sections.map((section, index) => (
            <QuizSectionRow
              // The same bank may stand here twice; the place is all that tells them apart.
              key={index}
              section={section}
              bank={banks.get(section.bankId)}
              gone={gone.has(section.bankId)}
              index={index}
              last={index === sections.length - 1}
              onChange={(part) => set(index, part)}
              onMove={(by) => move(index, by)}
              onRemove={() => onChange(sections.toSpliced(index, 1))}
            />
          ))}
        </ol>
      )}
      {sections.length < mostSections && (
        <SearchPicker
          label={t('find')}
          search={bankSearchQuery}
          choiceOf={(bank: QuestionBank) => ({ label: bank.title, detail: t('bank', { count: bank.questions }) })}
          onChoose={add}
        />
      )}
    </div>
  );
}
