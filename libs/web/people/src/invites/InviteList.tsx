import styles from '../together/together.module.css';

interface Props {
  title: string;
  items: readonly { personId: string; name: string; detail: string }[];
}

/** People name by name, with what there is to say of each. */
export function InviteList({ title, items }: Props) {
  return (
    <>
      <h3>{title}</h3>
      <ul className={styles.names} aria-label={title} tabIndex={0}>
        {items.map(({ personId, name, detail }) => (
          <li key={personId}>
            <b>{name}</b> <span className={styles.quiet}>{detail}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
