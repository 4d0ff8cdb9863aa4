import { useAddress } from './use-address.js';

const name = 'dialog';

/** Which dialog is open, in the address: the back button closes it and a link opens it. `engagement:<id>` has a subject. */
export function useDialog() {
  const address = useAddress();
  const [kind, subject] = address.read(name)?.split(':') ?? [];
  return {
    kind,
    subject,
    open: (next: string, about?: string) => address.write(name, about ? `${next}:${about}` : next),
    close: () => address.write(name, null, { replace: true }),
  };
}
