import styles from './choosing.module.css';

interface Props {
  /** Names the row to a screen reader. */
  label: string;
  checked: boolean;
  disabled?: boolean;
  /** In a grid a key chooses a row, so that the box is no stop of its own. */
  inGrid?: boolean;
  onToggle: (checked: boolean) => void;
}

/** The box before what names a row. */
export function ChooseBox({ label, checked, disabled, inGrid, onToggle }: Props) {
  return (
    <label className={styles.box}>
      <input
        type="checkbox"
        tabIndex={inGrid ? -1 : undefined}
        checked={checked}
        disabled={disabled}
        onChange={(event) => onToggle(event.target.checked)}
        aria-label={label}
      />
    </label>
  );
}
