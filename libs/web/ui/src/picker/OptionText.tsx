import styles from './picker.module.css';

interface Props {
  label: string;
  detail?: string | null | undefined;
}

/** What can be picked: a name with what tells it apart below it. */
export function OptionText({ label, detail }: Props) {
  return (
    <span className={styles.option}>
      {label}
      {detail && <small>{detail}</small>}
    </span>
  );
}
