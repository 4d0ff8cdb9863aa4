import { problemText, useTexts } from '@lms/web-platform';
import { Button, Icon, toast } from '@lms/web-ui';
import { browseTexts } from '../texts/browse.js';
import { useSaveBookmark } from './api/save-bookmark.js';

interface Props {
  courseId: string;
  title: string;
  saved: boolean;
}

/** Puts a course among the saved ones, or takes it off. */
export function SaveButton({ courseId, title, saved }: Props) {
  const { t } = useTexts(browseTexts);
  const save = useSaveBookmark(courseId);
  const press = () =>
    save.mutate(!saved, {
      onSuccess: () => toast(t(saved ? 'unsaveToast' : 'saveToast', { title })),
      onError: (error) => toast(problemText(error), { tone: 'danger' }),
    });
  return (
    <Button
      variant="quiet"
      busy={save.isPending}
      aria-label={t(saved ? 'savedOf' : 'saveOf', { title })}
      onClick={press}
    >
      {saved && <Icon name="tick" size={16} />}
      {t(saved ? 'isSaved' : 'save')}
    </Button>
  );
}
