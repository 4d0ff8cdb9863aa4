import { useTexts } from '@lms/web-platform';
import { TextField } from '@lms/web-ui';
import { useEffect, useState, type KeyboardEvent } from 'react';
import { builderTexts } from '../texts/builder.js';
import { useBeforeLeaving, useKeptText } from './use-kept-text.js';

interface Props {
  label: string;
  hint?: string;
  /** What is saved. */
  value: string;
  /** What is wrong with a text, as a sentence; null when it can be saved. */
  check: (text: string) => string | null;
  onSave: (text: string) => void;
  error?: string | null;
  maxLength?: number;
  inputMode?: 'numeric' | 'decimal';
  /** Under which name a text that is not saved yet is kept on this device, so that a closed tab loses nothing. */
  keep?: string;
}

/** A field that saves itself when it is left. What was typed stays when somebody else's change arrives. */
export function SavingField({ label, hint, value, check, onSave, error, maxLength, inputMode, keep: name }: Props) {
  const { t } = useTexts(builderTexts);
  const { kept, keep } = useKeptText(name);
  const [text, setText] = useState(kept ?? value);
  const [known, setKnown] = useState(value);
  const [left, setLeft] = useState(false);
  if (value !== known) {
    setKnown(value);
    if (text === known) setText(value);
  }
  const leave = () => {
    setLeft(true);
    const next = text.trim();
    if (next === value) keep(null);
    else if (check(next) === null) onSave(next);
  };
  const saved = text.trim() === value;
  useEffect(() => {
    if (saved) keep(null);
  }, [saved, keep]);
  useBeforeLeaving(() => !saved && leave());
  const keys = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') leave();
  };
  const waiting = kept !== null && text === kept && !saved;
  return (
    <TextField
      label={label}
      hint={waiting ? t('kept') : hint}
      value={text}
      maxLength={maxLength}
      inputMode={inputMode}
      autoComplete="off"
      error={(left ? check(text.trim()) : null) ?? error}
      onChange={(event) => {
        const typed = event.target.value;
        setText(typed);
        keep(typed.trim() === value ? null : typed);
        setLeft(false);
      }}
      onBlur={leave}
      onKeyDown={keys}
    />
  );
}
