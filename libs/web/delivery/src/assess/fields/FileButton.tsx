import { Hidden, Icon, type IconName } from '@lms/web-ui';
import styles from './fields.module.css';

interface Props {
  label: string;
  /** Added for a screen reader: what it is for. */
  named?: string;
  accept: string;
  /** Opens the camera at once, where there is one. */
  camera?: boolean;
  icon: IconName;
  onFile: (file: File) => void;
}

/** A button that lets a file be chosen, or a photo taken. */
export function FileButton({ label, named, accept, camera, icon, onFile }: Props) {
  return (
    <label className={styles.file}>
      <Icon name={icon} />
      {label}
      {named && <Hidden>{named}</Hidden>}
      <input
        type="file"
        accept={accept}
        capture={camera ? 'environment' : undefined}
        onChange={(event) => {
          const file = event.target.files?.[0];
          // The same file can be chosen again.
          event.target.value = '';
          if (file) onFile(file);
        }}
      />
    </label>
  );
}
