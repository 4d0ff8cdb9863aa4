import { TextField } from '@lms/web-ui';
import { useState, type KeyboardEvent } from 'react';

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
}

/** A field that saves itself when it is left. What was typed stays when somebody else's change arrives. */
export function SavingField({ label, hint, value, check, onSave, error, maxLength, inputMode }: Props) {
  const [text, setText] = useState(value);
  const [known, setKnown] = useState(value);
  const [left, setLeft] = useState(false);
  if (value !== known) {
    setKnown(value);
    if (text === known) setText(value);
  }
  const leave = () => {
    setLeft(true);
    const next = text.trim();
    if (next !== value && check(next) === null) onSave(next);
  };
  const keys = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') leave();
  };
  return (
    <TextField
      label={label}
      hint={hint}
      value={text}
      maxLength={maxLength}
      inputMode={inputMode}
      autoComplete="off"
      error={(left ? check(text.trim()) : null) ?? error}
      onChange={(event) => {
        setText(event.target.value);
        setLeft(false);
      }}
      onBlur={leave}
      onKeyDown={keys}
    />
  );
}
