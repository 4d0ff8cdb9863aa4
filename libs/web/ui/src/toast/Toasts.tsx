import { useSyncExternalStore } from 'react';
import { closeToast, toasts } from './toast-store.js';
import styles from './Toasts.module.css';

/** Where short messages appear: above the bar on a phone, bottom left of the sheet on a desk. */
export function Toasts() {
  const messages = useSyncExternalStore(toasts.subscribe, toasts.read);
  return (
    <div className={styles.toasts} role="status" aria-live="polite">
      {messages.map((message) => (
        <div key={message.id} className={styles.toast} data-tone={message.tone}>
          <span>{message.text}</span>
          {message.action && (
            <button
              type="button"
              onClick={() => {
                message.action?.run();
                closeToast(message.id);
              }}
            >
              {message.action.text}
            </button>
          )}
        </div>
      ))}
    </div>
  );
}
