import type { AssignmentRequest, RequestPreview } from '@lms/contracts';
import { isProblem, useTexts } from '@lms/web-platform';
import { Button, Form, FormActions } from '@lms/web-ui';
import { useState } from 'react';
import { previewRequest, useRequestChanges } from '../api/requests.js';
import type { Choice } from '../fields/choice.js';
import { fieldOf } from '../forms/field-of.js';
import { FormNotices } from '../forms/FormNotices.js';
import { useSavedForm } from '../forms/use-saved-form.js';
import { requestTexts } from '../texts/requests.js';
import { PreviewView } from './PreviewView.js';
import { askRequestOf, chosenOf, emptyRequest, isForNobody, type RequestValues, targetOf } from './request-values.js';
import { RequestFields } from './RequestFields.js';

type Done = { preview: RequestPreview } | { request: AssignmentRequest };

interface Props {
  people: Choice[];
  course: Choice | null;
  onAsked: (request: AssignmentRequest) => void;
}

/** First who would get it, then asking them: what is sent is what was shown. */
export function NewRequestForm({ people, course, onAsked }: Props) {
  const { t } = useTexts(requestTexts);
  const { ask } = useRequestChanges();
  const [preview, setPreview] = useState<RequestPreview | null>(null);
  const saved = useSavedForm<RequestValues, Done>({
    start: { values: { ...emptyRequest, people, courseId: course }, version: 0 },
    validate: (values) => ({
      ...(values.target === 'path' || values.courseId ? {} : { courseId: t('courseMissing') }),
      ...(values.target === 'course' || values.pathId ? {} : { pathId: t('pathMissing') }),
      ...(values.why.trim() ? {} : { why: t('whyMissing') }),
      ...(isForNobody(values) ? { people: t('whomMissing') } : {}),
    }),
    save: async (values) => {
      if (preview === null) {
        return {
          preview: await previewRequest({ ...targetOf(values), chosen: chosenOf(values) }),
        };
      }
      try {
        return { request: await ask(askRequestOf(values, preview.total)) };
      } catch (error) {
        // Somebody came or went in between: look again before anybody is asked.
        if (isProblem(error, 'preview-changed')) setPreview(null);
        throw error;
      }
    },
    onSaved: (done) => ('preview' in done ? setPreview(done.preview) : onAsked(done.request)),
  });
  return (
    <div ref={saved.area}>
      <Form onSubmit={() => saved.submit()} label={t('new')}>
        {preview === null ? <RequestFields field={fieldOf(saved.form)} /> : <PreviewView preview={preview} />}
        <FormNotices general={saved.general} theirs={null} onTakeTheirs={saved.takeTheirs} />
        <FormActions>
          {(preview === null || preview.total > 0) && (
            <Button type="submit" variant="main" busy={saved.busy}>
              {preview === null ? t('preview') : t(preview.needsSecond ? 'sendSecond' : 'send')}
            </Button>
          )}
          {preview !== null && (
            <Button variant="quiet" onClick={() => setPreview(null)}>
              {t('change')}
            </Button>
          )}
        </FormActions>
      </Form>
    </div>
  );
}
