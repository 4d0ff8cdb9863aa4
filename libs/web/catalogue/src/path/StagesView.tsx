import type { PathVersion } from '@lms/contracts';
import { paths, useTexts } from '@lms/web-platform';
import { Empty, Plate, Row, Rows, Section } from '@lms/web-ui';
import { Link } from 'react-router';
import { pathTexts } from '../texts/paths.js';
import { draftOf, offsetOf } from './path-draft.js';
import { stepFacts } from './step-facts.js';
import { postText } from './words.js';
import styles from './StagesView.module.css';

/** The stages of a version that stands still. */
export function StagesView({ version }: { version: PathVersion }) {
  const { t } = useTexts(pathTexts);
  const draft = draftOf(version);
  const { stages, sequential } = draft;
  return (
    <Section title={t('stages.title')} aside={t(sequential ? 'stages.inOrder' : 'stages.anyOrder')}>
      {stages.length === 0 && <Empty title={t('stages.noneRead')} />}
      {stages.map((stage) => (
        <div key={stage.key} className={styles.stage}>
          <h3 id={stage.key}>
            <Plate look="ink">{postText(offsetOf(stage) ?? 0)}</Plate>
            {stage.title}
          </h3>
          <Rows labelledBy={stage.key}>
            {stage.steps.map((step) => (
              <Row
                key={step.key}
                title={step.courseId ? <Link to={paths.manageCourse(step.courseId)}>{step.title}</Link> : step.title}
                detail={
                  [
                    step.kind !== 'course' && t(`${step.kind}.plate`),
                    stepFacts(draft, stage, step, t),
                    step.instructions,
                  ]
                    .filter(Boolean)
                    .join('. ') || undefined
                }
                action={step.kind === 'milestone' || step.optional || step.choice ? undefined : t('stages.required')}
              />
            ))}
          </Rows>
        </div>
      ))}
    </Section>
  );
}
