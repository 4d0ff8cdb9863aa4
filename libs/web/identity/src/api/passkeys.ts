import type { RecoveryCodes } from '@lms/contracts';
import { api, meQuery } from '@lms/web-platform';
import {
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { secondFactorQuery } from './second-factor.js';

/** The API asks, the browser's authenticator signs, the API checks. */
export function useAddPasskey() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (name: string): Promise<RecoveryCodes> => {
      const optionsJSON = await api.post<PublicKeyCredentialCreationOptionsJSON>('/me/second-factor/passkeys/options');
      const credential = await startRegistration({ optionsJSON });
      return api.post<RecoveryCodes>('/me/second-factor/passkeys', { name, credential });
    },
    onSuccess: () => client.invalidateQueries({ queryKey: secondFactorQuery().queryKey }),
  });
}

export function useShowPasskey() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      const optionsJSON = await api.post<PublicKeyCredentialRequestOptionsJSON>('/auth/second-factor/passkey/options');
      await api.post('/auth/second-factor/passkey', { credential: await startAuthentication({ optionsJSON }) });
    },
    onSuccess: () => client.invalidateQueries({ queryKey: meQuery().queryKey }),
  });
}
