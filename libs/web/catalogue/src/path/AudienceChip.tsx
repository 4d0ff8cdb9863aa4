import { Checkbox, Popover } from '@mantine/core';
import { Icon } from '@lms/web-ui';
import { useState } from 'react';
import fields from '../fields/fields.module.css';
import styles from './Audience.module.css';

interface Props<V extends string> {
  /** What the list chooses, for a screen reader: "Employment groups". */
  label: string;
  hint: string;
  /** The words in the sentence. */
  text: string;
  options: readonly { value: V; label: string }[];
  chosen: readonly V[];
  onChange: (chosen: V[]) => void;
}

/** Some words of a sentence that open a list to choose from. */
export function AudienceChip<V extends string>({ label, hint, text, options, chosen, onChange }: Props<V>) {
  const [opened, setOpened] = useState(false);
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      trapFocus
      returnFocus
      hideDetached={false}
      position="bottom-start"
      shadow="md"
      withinPortal
    >
      <Popover.Target>
        <button
          type="button"
          className={styles.chip}
          aria-label={`${label}: ${text}`}
          onClick={() => setOpened(!opened)}
        >
          {text}
          <Icon name="down" size={16} strokeWidth={2.2} />
        </button>
      </Popover.Target>
      <Popover.Dropdown className={styles.list} aria-label={label}>
        <Checkbox.Group
          label={label}
          value={[...chosen]}
          onChange={(values) => onChange(options.map(({ value }) => value).filter((value) => values.includes(value)))}
        >
          <div className={styles.options}>
            {options.map((option) => (
              <Checkbox
                key={option.value}
                size="md"
                value={option.value}
                label={option.label}
                classNames={{ input: fields.box }}
              />
            ))}
          </div>
          <p className={styles.hint}>{hint}</p>
        </Checkbox.Group>
      </Popover.Dropdown>
    </Popover>
  );
}
