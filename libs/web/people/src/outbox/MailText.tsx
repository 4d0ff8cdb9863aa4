import { mailParts } from './mail-parts.js';
import styles from './outbox.module.css';

/** A mail as it was written, with its links to press. */
export function MailText({ text }: { text: string }) {
  return (
    <p className={styles.text}>
      {mailParts(text).map((part, index) =>
        part.link ? (
          <a key={index} href={part.text} target="_blank" rel="noreferrer">
            {part.text}
          </a>
        ) : (
          part.text
        ),
      )}
    </p>
  );
}
