import { readingMinutes, wordCount } from '@lms/domain';
import { formatMinutes, formatMoment, useTexts } from '@lms/web-platform';
import { Button, FormActions, Icon, Notice } from '@lms/web-ui';
import { useEffect, useState } from 'react';
import { pageEditorTexts } from '../../texts/page-editor.js';
import { keepPage, readKeptPage } from './page-kept.js';
import { PageEditor } from './PageEditor.js';
import styles from './PageEditor.module.css';
import { samePage } from './page-html.js';
import type { PagePanelProps } from './settings-panel.js';
import { usePageSaver } from './use-page-saver.js';

/** A page, written in place. It saves itself; what did not get there is kept on this device and offered again. */
export function PagePanel({ versionId, activity, settings, onKeep, onMinutes }: PagePanelProps) {
  const { t } = useTexts(pageEditorTexts);
  const [kept, setKept] = useState(() => {
    const found = readKeptPage(versionId, activity.id);
    if (found === null || !samePage(found.html, settings.html)) return found;
    // It got there after all.
    keepPage(versionId, activity.id, null);
    return null;
  });
  const [start, setStart] = useState({ html: settings.html, take: 0 });
  const [html, setHtml] = useState(settings.html);
  const { saver, state } = usePageSaver(versionId, activity.id, settings.html, onKeep);
  const minutes = readingMinutes(html);

  // Somebody else's text, or one that came back by an undo; what is being typed here is never taken away.
  useEffect(() => {
    if (saver.state() !== 'saved') return;
    setHtml((shown) => {
      if (samePage(shown, settings.html)) return shown;
      setStart(({ take: times }) => ({ html: settings.html, take: times + 1 }));
      return settings.html;
    });
  }, [saver, settings.html]);

  const change = (next: string) => {
    setHtml(next);
    saver.change(next);
  };
  const take = (text: string) => {
    setKept(null);
    setStart(({ take: times }) => ({ html: text, take: times + 1 }));
    change(text);
  };
  const drop = () => {
    setKept(null);
    keepPage(versionId, activity.id, null);
  };
  return (
    <div className={styles.panel}>
      {kept && (
        <div className={styles.kept}>
          <Notice>
            <p>
              {t('kept.text', { moment: formatMoment(kept.at) })} {kept.base !== settings.html && t('kept.older')}
            </p>
            <FormActions>
              <Button size="small" variant="main" onClick={() => take(kept.html)}>
                {t('kept.take')}
              </Button>
              <Button size="small" onClick={drop}>
                {t('kept.drop')}
              </Button>
            </FormActions>
          </Notice>
        </div>
      )}
      <PageEditor key={start.take} html={start.html} onChange={change} onLeave={() => void saver.flush()} />
      <div className={styles.foot}>
        <span>
          {t('reading', { words: t('words', { count: wordCount(html) }), length: formatMinutes(minutes) })}{' '}
          {minutes > 0 && minutes !== activity.minutes && (
            <Button size="small" variant="quiet" onClick={() => onMinutes(minutes)}>
              {t('useMinutes', { length: formatMinutes(minutes) })}
            </Button>
          )}
        </span>
        <span className={styles.state} data-state={state} role="status">
          {state === 'saved' && <Icon name="tick" size={16} strokeWidth={2.4} />}
          {t(`state.${state}`)}
          {state === 'failed' && (
            <Button size="small" onClick={() => void saver.flush()}>
              {t('again')}
            </Button>
          )}
        </span>
      </div>
    </div>
  );
}
