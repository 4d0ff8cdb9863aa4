import { isPageAttribute } from '@lms/domain';
import { useTexts } from '@lms/web-platform';
import { Button, Form, FormActions, TextField } from '@lms/web-ui';
import type { Editor } from '@tiptap/react';
import { useState } from 'react';
import { Dialog } from '../../components/Dialog.js';
import { commonTexts } from '../../texts/common.js';
import { pageEditorTexts } from '../../texts/page-editor.js';
import { meantAddress } from './link-address.js';

/** Where the chosen words lead. */
export function PageLinkDialog({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const { t } = useTexts(pageEditorTexts);
  const { t: common } = useTexts(commonTexts);
  const before = String(editor.getAttributes('link')['href'] ?? '');
  const [typed, setTyped] = useState(before);
  const [tried, setTried] = useState(false);
  const href = meantAddress(typed);
  const right = isPageAttribute('a', 'href', href);
  const submit = () => {
    setTried(true);
    if (!right) return;
    const chain = editor.chain().focus().extendMarkRange('link');
    const words = editor.state.selection.empty && before === '';
    if (words) chain.insertContent({ type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] }).run();
    else chain.setLink({ href }).run();
    onClose();
  };
  const remove = () => {
    editor.chain().focus().extendMarkRange('link').unsetLink().run();
    onClose();
  };
  return (
    <Dialog title={t('link.title')} onClose={onClose}>
      <Form onSubmit={submit}>
        <TextField
          label={t('link.address')}
          hint={t('link.hint')}
          inputMode="url"
          autoComplete="off"
          maxLength={2000}
          value={typed}
          error={tried && !right ? t('link.wrong') : null}
          onChange={(event) => setTyped(event.target.value)}
          data-autofocus
        />
        <FormActions>
          <Button type="submit" variant="main">
            {t('link.save')}
          </Button>
          {before !== '' && <Button onClick={remove}>{t('link.remove')}</Button>}
          <Button variant="quiet" onClick={onClose}>
            {common('cancel')}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}
