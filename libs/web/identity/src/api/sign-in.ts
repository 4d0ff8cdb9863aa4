import type { Me, SignInRequest } from '@lms/contracts';
import { api, startSession } from '@lms/web-platform';
import { useMutation, useQueryClient } from '@tanstack/react-query';

export function useSignIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (request: SignInRequest) => api.post<Me>('/auth/sign-in', request),
    onSuccess: (me) => startSession(client, me),
  });
}
