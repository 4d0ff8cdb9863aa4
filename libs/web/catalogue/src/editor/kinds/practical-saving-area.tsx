import { useState } from 'react';
import { AreaField } from '../../fields/AreaField.js';

interface Props {
  label: string;
  hint?: string;
  value: string;
  maxLength: number;
  onSave: (text: string) => void;
}

/** Text of several lines that saves itself when it is left. */
export function SavingArea({ label, hint, value, maxLength, onSave }: Props) {
  const [text, setText] = useState(value);
  const [known, setKnown] = useState(value);
  if (value !== known) {
    setKnown(value);
    if (text === known) setText(value);
  }
  return (
    <AreaField
      label={label}
      hint={hint}
      value={text}
      maxLength={maxLength}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={() => text.trim() !== value && onSave(text.trim())}
    />
  );
}
