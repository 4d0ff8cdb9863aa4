import type { ActivityChange, CourseVersion } from '@lms/contracts';
import { useTexts } from '@lms/web-platform';
import { Button, Empty, Hidden, Notice, Plate, Section, SkeletonRows } from '@lms/web-ui';
import { useQuery } from '@tanstack/react-query';
import { changesQuery } from '../../api/changes.js';
import { kindText } from '../../courses/words.js';
import { builderTexts } from '../../texts/builder.js';
import { courseTexts } from '../../texts/courses.js';
import { FieldList } from './FieldList.js';
import { WordChanges } from './WordChanges.js';
import styles from './Changes.module.css';

/** In what a version differs from the one that is taught until now: what a second person has to look at. */
export function Changes({ version }: { version: CourseVersion }) {
  const { t } = useTexts(builderTexts);
  const { data, isError, refetch } = useQuery(changesQuery(version.id, version.version));
  if (isError)
    return (
      <Section title={t('changes.title', { number: version.number - 1 })}>
        <Notice tone="danger">{t('changes.failed')}</Notice>
        <Button onClick={() => void refetch()}>{t('changes.again')}</Button>
      </Section>
    );
  if (!data) return <SkeletonRows rows={2} />;
  // A first version is all new: its contents stand above.
  if (data.against === null) return null;
  const none = data.settings.length === 0 && data.activities.length === 0;
  return (
    <Section title={t('changes.title', { number: data.against })}>
      {none && <Empty plain title={t('changes.none', { number: data.against })} />}
      {data.settings.length > 0 && (
        <article className={styles.change}>
          <h3>{t('changes.version')}</h3>
          <FieldList fields={data.settings} change="changed" />
        </article>
      )}
      {data.activities.map((change) => (
        <Activity key={change.lineageId} change={change} />
      ))}
    </Section>
  );
}

function Activity({ change }: { change: ActivityChange }) {
  const { t } = useTexts(builderTexts);
  const { t: course } = useTexts(courseTexts);
  const { moved } = change;
  const alone = change.fields.length === 0 && change.change === 'changed';
  // Of what came or went, its kind stands beside its title; both are no fields of their own then.
  const own = ['title', 'kind', 'settings.html'];
  const fields = change.fields.filter(({ field }) =>
    change.change === 'changed' ? field !== 'settings.html' : !own.includes(field),
  );
  return (
    <article className={styles.change} data-change={change.change}>
      <h3>
        {change.title}
        <span className={styles.kind}>{kindText(change.kind, course)}</span>
      </h3>
      <p className={styles.plates}>
        {!alone && <Plate look={change.change === 'changed' ? 'soft' : 'ink'}>{t(`changes.${change.change}`)}</Plate>}
        {moved && <Plate look="outline">{t('changes.moved', { from: moved.from + 1, to: moved.to + 1 })}</Plate>}
      </p>
      {change.change !== 'removed' && <FieldList fields={fields} change={change.change} />}
      {change.words && change.change !== 'removed' && (
        <>
          <Hidden>{t('changes.words')}</Hidden>
          <WordChanges words={change.words} />
        </>
      )}
    </article>
  );
}
