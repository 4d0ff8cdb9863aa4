import { TagsInput, type TagsInputProps } from '@mantine/core';
import styles from './fields.module.css';

type Props = Pick<TagsInputProps, 'id' | 'aria-describedby' | 'aria-invalid'> & {
  value: string[];
  onChange: (value: string[]) => void;
};

/** Up to ten words, each kept when Enter is pressed or the field is left. */
export function TagsField(props: Props) {
  return (
    <TagsInput
      {...props}
      size="md"
      classNames={{ input: styles.input }}
      maxTags={10}
      maxLength={40}
      acceptValueOnBlur
    />
  );
}
