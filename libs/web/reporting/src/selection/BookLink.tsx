import { paths, useTexts } from '@lms/web-platform';
import { LinkButton } from '@lms/web-ui';
import { useLocation } from 'react-router';
import { toolsTexts } from '../texts/tools.js';

/** One more than are booked at once: the page says that it takes the first of them, and the address stays short enough. */
const MOST_NAMED = 201;

interface Props {
  people: readonly { personId: string }[];
  courseId: string | undefined;
  /** Where it is not for all who are selected. */
  text?: string;
}

/** To a session for those who are selected, and back to the list as it is now. */
export function BookLink({ people, courseId, text }: Props) {
  const { t } = useTexts(toolsTexts);
  const { pathname, search } = useLocation();
  const to = paths.bookSession({
    people: people
      .slice(0, MOST_NAMED)
      .map(({ personId }) => personId)
      .join(','),
    ...(courseId === undefined ? {} : { course: courseId }),
  });
  return (
    <LinkButton size="small" to={to} state={{ from: pathname + search }}>
      {text ?? t('select.book')}
    </LinkButton>
  );
}
