import { paths } from '@lms/web-platform';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { beginAssessment } from '../api/assessments.js';

/** Begins an assessment, or goes on with one's own, and opens it. */
export function useBegin() {
  const navigate = useNavigate();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (what: { personId: string; activityId: string }) =>
      beginAssessment({ ...what, id: crypto.randomUUID() }),
    onSuccess: ({ id }) => {
      void client.invalidateQueries({ queryKey: ['assessments'] });
      void navigate(paths.assessment(id));
    },
  });
}
