import type { RulePreview } from '@lms/contracts';
import { formatDay, useTexts } from '@lms/web-platform';
import { Section } from '@lms/web-ui';
import { ruleTexts } from '../texts/rules.js';
import styles from './rules.module.css';

/** When each course that the rule gives would be asked for again, and whether the rule or the course says so. */
export function ComesAgain({ preview }: { preview: RulePreview }) {
  const { t } = useTexts(ruleTexts);
  return (
    <Section title={t('preview.comesAgain')}>
      <p>{t('preview.againLead', { day: formatDay(preview.onDate) })}</p>
      <dl className={styles.again}>
        {preview.again.map(({ courseId, title, dueOn, by }) => (
          <div key={courseId}>
            <dt>{title}</dt>
            <dd>
              {dueOn === null
                ? t('preview.againNever')
                : t(by === 'rule' ? 'preview.againRule' : 'preview.againCourse', { day: formatDay(dueOn) })}
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
