import type { Course } from '@lms/contracts';
import { can, useMe, useTexts } from '@lms/web-platform';
import { Button, Section } from '@lms/web-ui';
import { useState } from 'react';
import { builderTexts } from '../texts/builder.js';
import { DuplicateDialog } from './DuplicateDialog.js';
import styles from '../life/Approval.module.css';

/** In the place of the approval, which a template does not need. */
export function TemplateAside({ course }: { course: Course }) {
  const { t } = useTexts(builderTexts);
  const me = useMe();
  const [copying, setCopying] = useState(false);
  return (
    <Section title={t('copy.plate')}>
      <div className={styles.approval}>
        <p className={styles.why}>{t('copy.notTaught')}</p>
        {can(me, 'courses.write') && (
          <Button wide variant="here" onClick={() => setCopying(true)}>
            {t('copy.make')}
          </Button>
        )}
        {copying && <DuplicateDialog course={course} onClose={() => setCopying(false)} />}
      </div>
    </Section>
  );
}
