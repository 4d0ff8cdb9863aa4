import type { InviteSupplierRequest, SupplierInvited, SupplierPreview } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { useQueryClient } from '@tanstack/react-query';
import { peopleKeys } from './keys.js';

export const previewSupplier = (request: InviteSupplierRequest) =>
  api.post<SupplierPreview>('/suppliers/preview', request);

/** Invites exactly what was previewed; what shows people and organisations is read again. */
export function useInviteSupplier() {
  const client = useQueryClient();
  return async (request: InviteSupplierRequest, { facts }: SupplierPreview): Promise<SupplierInvited> => {
    const invited = await api.post<SupplierInvited>('/suppliers', { ...request, facts });
    for (const queryKey of [peopleKeys.all, peopleKeys.organisations]) void client.invalidateQueries({ queryKey });
    return invited;
  };
}
