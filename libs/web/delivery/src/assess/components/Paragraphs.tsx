import styles from './Paragraphs.module.css';

/** Plain text as somebody typed it: an empty line begins a new paragraph. */
export function Paragraphs({ text }: { text: string }) {
  return (
    <div className={styles.text}>
      {text
        .split(/\n\s*\n/u)
        .filter((part) => part.trim() !== '')
        .map((part, index) => (
          <p key={index}>{part}</p>
        ))}
    </div>
  );
}
