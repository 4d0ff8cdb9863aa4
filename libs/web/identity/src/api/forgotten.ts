import { api } from '@lms/web-platform';
import { useMutation } from '@tanstack/react-query';

/** The answer is the same whether the name is known or not. */
export const useForgotten = () => useMutation({ mutationFn: (name: string) => api.post('/auth/forgotten', { name }) });
