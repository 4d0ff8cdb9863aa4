import { useTexts } from '@lms/web-platform';
import { Button, FormActions, Notice } from '@lms/web-ui';
import { useQueryClient } from '@tanstack/react-query';
import { sheetQuery } from '../api/assessments.js';
import type { AssessmentDraft } from '../draft/assessment-draft.js';
import { assessTexts } from '../texts.js';

/** The same assessor went on elsewhere: both are kept until they choose. */
export function ConflictChoice({ sheetId, draft }: { sheetId: string; draft: AssessmentDraft }) {
  const { t } = useTexts(assessTexts);
  const client = useQueryClient();
  const newest = () => client.fetchQuery({ ...sheetQuery(sheetId), staleTime: 0 });
  return (
    <Notice tone="danger">
      <b>{t('sheet.conflict')}</b> {t('sheet.conflictText')}
      <FormActions>
        <Button onClick={() => void newest().then((sheet) => draft.takeTheirs(sheet))}>{t('sheet.takeTheirs')}</Button>
        <Button onClick={() => void newest().then((sheet) => draft.keepMine(sheet))}>{t('sheet.keepMine')}</Button>
      </FormActions>
    </Notice>
  );
}
