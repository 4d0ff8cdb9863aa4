import { useEffect, useRef, useState } from 'react';
import { Icon } from '../icons/Icon.js';
import styles from './SearchField.module.css';

interface Props {
  label: string;
  value: string;
  /** Called when typing pauses for 300 ms. */
  onSearch: (value: string) => void;
}

/** A search that answers while it is typed. */
export function SearchField({ label, value, onSearch }: Props) {
  const [typed, setTyped] = useState(value);
  // What is called is the newest: meanwhile something else may have changed the address that it writes to.
  const latest = useRef(onSearch);
  useEffect(() => {
    latest.current = onSearch;
  });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => setTyped(value), [value]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const type = (text: string) => {
    setTyped(text);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => latest.current(text.trim()), 300);
  };
  return (
    <div className={styles.search} role="search">
      <Icon name="search" />
      <input
        type="search"
        aria-label={label}
        placeholder={label}
        value={typed}
        onChange={(event) => type(event.target.value)}
      />
    </div>
  );
}
