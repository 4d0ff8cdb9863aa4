import { can, paths, useMe, useTexts } from '@lms/web-platform';
import { Empty, LinkButton } from '@lms/web-ui';
import { bookTexts } from '../texts/book.js';

/** Nothing to book: what else can be done for them. */
export function NoSession({ courseId, people }: { courseId: string | undefined; people: readonly string[] }) {
  const { t } = useTexts(bookTexts);
  const me = useMe();
  const [only] = people;
  return (
    <Empty
      level={2}
      title={t(courseId ? 'none' : 'noneAll')}
      text={t(courseId ? 'noneText' : 'noneAllText')}
      action={
        <>
          {can(me, 'record.write') && <LinkButton to={`${paths.sessions}/new`}>{t('plan')}</LinkButton>}
          {can(me, 'assignments.write') && (
            <LinkButton to={only && people.length === 1 ? `${paths.newRequest}?person=${only}` : paths.newRequest}>
              {t('ask')}
            </LinkButton>
          )}
          {courseId && <LinkButton to={paths.catalogueCourse(courseId)}>{t('see')}</LinkButton>}
        </>
      }
    />
  );
}
