import { dayOfWeek } from '@lms/domain';
import { useMe, useTexts } from '@lms/web-platform';
import { RouteLine, Section } from '@lms/web-ui';
import { useId, useState } from 'react';
import { pathTexts } from '../texts/paths.js';
import type { PathDraft } from './path-draft.js';
import { exampleFirstDay, previewStops } from './preview-stops.js';
import styles from './PathPreview.module.css';

/** The route that people see, with dates for an example of a first day. */
export function PathPreview({ draft }: { draft: PathDraft }) {
  const { t } = useTexts(pathTexts);
  const { today } = useMe();
  const field = useId();
  const [firstDay, setFirstDay] = useState(() => exampleFirstDay(today, dayOfWeek));
  const stops = previewStops(draft, firstDay, t);
  return (
    <Section
      title={t('preview.title')}
      aside={
        <span className={styles.example}>
          <label htmlFor={field}>{t('preview.firstDay')}</label>
          <input
            id={field}
            type="date"
            value={firstDay}
            required
            onChange={(event) => event.target.value && setFirstDay(event.target.value)}
          />
        </span>
      }
    >
      {(heading) =>
        stops.length > 0 ? (
          <RouteLine
            labelledBy={heading}
            stops={stops}
            hereText={t('preview.here')}
            foldedText={(count) => t('preview.folded', { count })}
          />
        ) : (
          <p className={styles.empty}>{t('preview.empty')}</p>
        )
      }
    </Section>
  );
}
