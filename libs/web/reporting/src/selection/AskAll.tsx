import type { MatrixFilter } from '@lms/contracts';
import { paths, useTexts } from '@lms/web-platform';
import { Button } from '@lms/web-ui';
import { useNavigate } from 'react-router';
import { toolsTexts } from '../texts/tools.js';
import { type AskedCourse, requestState } from './request-state.js';
import { useEverybody } from './use-everybody.js';

interface Props {
  filter: MatrixFilter;
  course: AskedCourse | undefined;
}

/** From whoever the filters show straight to what they are to learn: nobody has to be selected first. */
export function AskAll({ filter, course }: Props) {
  const { t } = useTexts(toolsTexts);
  const navigate = useNavigate();
  const { busy, find } = useEverybody(
    filter,
    (rows) => void navigate(paths.newRequest, { state: requestState(rows, course) }),
  );
  return (
    <Button size="small" variant="quiet" busy={busy} onClick={find}>
      {t('select.askAll')}
    </Button>
  );
}
