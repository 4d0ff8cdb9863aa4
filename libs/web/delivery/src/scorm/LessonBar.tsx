import { useTexts } from '@lms/web-platform';
import { Button, Icon } from '@lms/web-ui';
import { useEffect, useId, useRef, useState } from 'react';
import type { Contents, Go } from '../protocol/messages.js';
import { ContentsList } from './ContentsList.js';
import styles from './LessonBar.module.css';
import { scormTexts } from './texts.js';

interface Props {
  title: string;
  contents: Contents;
  onGo: (go: Go) => void;
}

/** Where in a lesson of several parts one is, its contents, and the steps that the package allows. */
export function LessonBar({ title, contents, onGo }: Props) {
  const { t } = useTexts(scormTexts);
  const [open, setOpen] = useState(false);
  const sheet = useId();
  const toggle = useId();
  const panel = useRef<HTMLDivElement>(null);
  const parts = contents.items.filter((item) => item.state !== 'group');
  const at = parts.findIndex((item) => item.identifier === contents.current);
  const close = (): void => {
    setOpen(false);
    document.getElementById(toggle)?.focus();
  };
  useEffect(() => {
    if (open) panel.current?.querySelector<HTMLElement>('[aria-current], button')?.scrollIntoView({ block: 'nearest' });
  }, [open]);

  return (
    <div className={styles.bar} onKeyDown={(event) => event.key === 'Escape' && open && close()}>
      <Button id={toggle} variant="quiet" aria-expanded={open} aria-controls={sheet} onClick={() => setOpen(!open)}>
        <Icon name="more" />
        {t('contents')}
      </Button>
      <p className={styles.place} aria-live="polite">
        {at >= 0 ? t('part', { at: at + 1, count: parts.length, title: parts[at]?.title ?? '' }) : title}
      </p>
      <div className={styles.steps}>
        {(['previous', 'next'] as const).map((to) =>
          contents[to] === 'hidden' ? null : (
            <Button key={to} variant="quiet" disabled={contents[to] !== 'yes'} onClick={() => onGo({ to })}>
              {to === 'previous' && <Icon name="back" />}
              {t(to)}
              {to === 'next' && <Icon name="onward" />}
            </Button>
          ),
        )}
      </div>
      <nav className={styles.sheet} id={sheet} ref={panel} hidden={!open} aria-label={t('contentsOf', { title })}>
        <Button variant="quiet" onClick={close}>
          <Icon name="close" />
          {t('closeContents')}
        </Button>
        <ContentsList
          contents={contents}
          onChoose={(identifier) => {
            close();
            onGo({ to: 'part', identifier });
          }}
        />
      </nav>
    </div>
  );
}
