import { useTexts } from '@lms/web-platform';
import { useEffect, useRef, useState } from 'react';
import { AreaField } from '../../fields/AreaField.js';
import { quizPanelTexts } from './quiz-texts.js';

const pauseMs = 800;

/** What learners read before they begin. Saved when typing pauses and when the field is left. */
export function QuizInstructions({ value, onSave }: { value: string; onSave: (text: string) => void }) {
  const { t } = useTexts(quizPanelTexts);
  const [text, setText] = useState(value);
  const [known, setKnown] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  if (value !== known) {
    setKnown(value);
    if (text.trim() === known) setText(value);
  }
  const save = (typed: string) => {
    clearTimeout(timer.current);
    if (typed.trim() !== value) onSave(typed.trim());
  };
  const leave = useRef(() => {});
  leave.current = () => save(text);
  // Closing the panel is leaving the field too.
  useEffect(() => () => leave.current(), []);
  return (
    <AreaField
      label={t('instructions')}
      hint={t('instructionsHint')}
      maxLength={4000}
      value={text}
      onChange={(event) => {
        const typed = event.currentTarget.value;
        setText(typed);
        clearTimeout(timer.current);
        timer.current = setTimeout(() => save(typed), pauseMs);
      }}
      onBlur={() => save(text)}
    />
  );
}
