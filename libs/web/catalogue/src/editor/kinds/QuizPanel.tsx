import type { QuizSettings } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { CheckField } from '../../fields/CheckField.js';
import { QuizFeedbackField } from './quiz-feedback-field.js';
import { QuizInstructions } from './quiz-instructions.js';
import { useOwnSettings } from './quiz-own-settings.js';
import { questionsOf } from './quiz-pool.js';
import { QuizRules } from './quiz-rules.js';
import { QuizSections } from './quiz-sections.js';
import { quizPanelTexts } from './quiz-texts.js';
import { useBanks } from './quiz-use-banks.js';
import type { SettingsPanelProps } from './settings-panel.js';
import styles from './quiz-panel.module.css';

/** A quiz in the editor: what it asks, when it is passed, what learners see. Each field saves itself. */
export function QuizPanel({ settings, onSave }: SettingsPanelProps<QuizSettings>) {
  const { t } = useTexts(quizPanelTexts);
  const { own, change } = useOwnSettings(settings, onSave);
  const { banks, gone } = useBanks(own.sections.map((section) => section.bankId));
  const total = questionsOf(own.sections, banks);
  return (
    <div className={styles.panel}>
      <QuizInstructions value={own.instructions} onSave={(instructions) => change({ instructions })} />
      <QuizSections
        sections={own.sections}
        banks={banks}
        gone={gone}
        total={total}
        onChange={(sections) => change({ sections })}
      />
      <div className={styles.checks}>
        <CheckField
          label={t('shuffleQuestions')}
          hint={t('shuffleQuestionsHint')}
          checked={own.shuffleQuestions}
          onChange={(shuffleQuestions) => change({ shuffleQuestions })}
        />
        <CheckField
          label={t('shuffleChoices')}
          hint={t('shuffleChoicesHint')}
          checked={own.shuffleChoices}
          onChange={(shuffleChoices) => change({ shuffleChoices })}
        />
      </div>
      <QuizRules settings={own} total={total} onChange={change} />
      <QuizFeedbackField value={own.feedback} onChange={(feedback) => change({ feedback })} />
    </div>
  );
}
