import styles from './picker.module.css';

/** How the library's pickers look, one of many and some of many alike: class names of their parts. */
export const pickerParts = {
  input: styles.input,
  options: styles.options,
  pill: styles.pill,
  inputField: styles.typed,
} as const;
