import type {
  AudiencePredicate,
  Created,
  CreateRuleRequest,
  DecidedExceptions,
  RuleException,
  RulePreview,
  RuleVersion,
  SaveRuleVersionRequest,
} from '@lms/contracts';
import { api } from '@lms/web-platform';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ruleKeys } from './keys.js';
import { useChange } from './use-change.js';

export const useCreateRule = () => useChange((request: CreateRuleRequest) => api.post<Created>('/rules', request));
export const useStartVersion = (ruleId: string) => useChange(() => api.post<Created>(`/rules/${ruleId}/versions`));
export const useDiscard = ({ id, version }: RuleVersion) =>
  useChange(() => api.delete(`/rule-versions/${id}`, { version }));
export const usePreview = (versionId: string) =>
  useChange(() => api.post<RulePreview>(`/rule-versions/${versionId}/preview`));

export type Step = 'propose' | 'approve' | 'apply';
export const useStep = (versionId: string) =>
  useChange(({ step, previewId }: { step: Step; previewId: string }) =>
    api.post<RuleVersion>(`/rule-versions/${versionId}/${step}`, { previewId }),
  );
export const useReturn = (versionId: string) =>
  useChange((reason: string) => api.post<RuleVersion>(`/rule-versions/${versionId}/return`, { reason }));

export const saveDraft = (id: string, version: number, request: SaveRuleVersionRequest) =>
  api.put<RuleVersion>(`/rule-versions/${id}`, request, { version });

export const useKeepRealistic = (ruleId: string) =>
  useChange(() => api.post<DecidedExceptions>(`/rules/${ruleId}/exceptions/realistic`));

export const useDecide = () =>
  useChange(({ id, version, dueOn }: { id: string; version: number; dueOn: string }) =>
    api.put<RuleException>(`/rule-exceptions/${id}`, { dueOn }, { version }),
  );

export function useSaveAudience() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (request: { name: string; predicate: AudiencePredicate }) => api.post<Created>('/audiences', request),
    onSuccess: () => client.invalidateQueries({ queryKey: ruleKeys.audiences }),
  });
}
