import { TagsInput, type TagsInputProps } from '@mantine/core';
import styles from './fields.module.css';

type Props = Pick<TagsInputProps, 'id' | 'aria-describedby' | 'aria-invalid'> & {
  value: string[];
  onChange: (value: string[]) => void;
  /** Of one of them, in characters. */
  longest?: number;
};

/** Up to ten words, each kept when Enter is pressed or the field is left. */
export function TagsField({ longest = 40, ...props }: Props) {
  return (
    <TagsInput
      {...props}
      size="md"
      classNames={{ input: styles.input }}
      maxTags={10}
      maxLength={longest}
      acceptValueOnBlur
    />
  );
}
