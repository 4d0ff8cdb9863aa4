import { useTexts } from '@lms/web-platform';
import { Button, Form, FormActions } from '@lms/web-ui';
import type { ReactNode } from 'react';
import { commonTexts } from '../texts/common.js';
import { Dialog } from './Dialog.js';
import { FormNotices } from './FormNotices.js';
import styles from './forms.module.css';
import type { SavedForm } from './use-saved-form.js';

interface Props<V extends object> {
  title: string;
  /** What it will do, above the fields. */
  text?: ReactNode;
  saved: SavedForm<V>;
  /** The verb of the button; "Save" unless said otherwise. */
  action?: string;
  danger?: boolean;
  onClose: () => void;
  children: ReactNode;
}

/** A form in a dialog with its notices and buttons. */
export function FormDialog<V extends object>({ title, text, saved, action, danger, onClose, children }: Props<V>) {
  const { t } = useTexts(commonTexts);
  return (
    <Dialog title={title} onClose={onClose} typed={saved.form.isDirty()}>
      {text && <p className={styles.text}>{text}</p>}
      <div ref={saved.area}>
        <Form onSubmit={() => saved.submit()} label={title}>
          <FormNotices general={saved.general} theirs={saved.theirs} onTakeTheirs={saved.takeTheirs} />
          {children}
          <FormActions>
            <Button type="submit" variant={danger ? 'danger' : 'main'} busy={saved.busy}>
              {action ?? t('save')}
            </Button>
            <Button variant="quiet" onClick={onClose}>
              {t('cancel')}
            </Button>
          </FormActions>
        </Form>
      </div>
    </Dialog>
  );
}
