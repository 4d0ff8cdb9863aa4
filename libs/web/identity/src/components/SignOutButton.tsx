import { useSignOut } from '../api/sign-out.js';

/** Signs out of this device. The frame gives it its look and its word, so that none of our texts load with every page. */
export function SignOutButton({ text }: { text: string }) {
  const signOut = useSignOut('here');
  return (
    <button type="button" onClick={() => signOut.mutate()}>
      {text}
    </button>
  );
}
