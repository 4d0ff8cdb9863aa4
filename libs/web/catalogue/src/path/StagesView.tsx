import type { PathVersion } from '@lms/contracts';
import { paths, useTexts } from '@lms/web-platform';
import { Empty, Plate, Row, Rows, Section } from '@lms/web-ui';
import { Link } from 'react-router';
import { pathTexts } from '../texts/paths.js';
import { postText } from './words.js';
import styles from './StagesView.module.css';

/** The stages of a version that stands still. */
export function StagesView({ version: { stages, sequential } }: { version: PathVersion }) {
  const { t } = useTexts(pathTexts);
  return (
    <Section title={t('stages.title')} aside={t(sequential ? 'stages.inOrder' : 'stages.anyOrder')}>
      {stages.length === 0 && <Empty title={t('stages.noneRead')} />}
      {stages.map((stage) => (
        <div key={stage.id} className={styles.stage}>
          <h3 id={stage.id}>
            <Plate look="ink">{postText(stage.dayOffset)}</Plate>
            {stage.title}
          </h3>
          <Rows labelledBy={stage.id}>
            {stage.steps.map((step) => (
              <Row
                key={step.id}
                title={<Link to={paths.manageCourse(step.courseId)}>{step.courseTitle}</Link>}
                action={step.optional ? t('stages.optional') : t('stages.required')}
              />
            ))}
          </Rows>
        </div>
      ))}
    </Section>
  );
}
