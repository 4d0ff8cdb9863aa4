const name = 'waymark.frame';

/**
 * Waits until an earlier document of this host has finished unloading, and holds the turn for as long as this one lives. A
 * browser may show the next page while the old one is still saying its last words; its journal must be whole before it is read.
 * Another window that stays open has `patienceMs`, then this one goes on beside it.
 */
export async function takeTurn(patienceMs: number): Promise<void> {
  if (!('locks' in navigator)) return;
  const hold = new Promise<never>(() => undefined);
  const taken = new Promise<void>((resolve) => {
    void navigator.locks.request(name, () => {
      resolve();
      return hold;
    });
  });
  await Promise.race([taken, new Promise<void>((resolve) => setTimeout(resolve, patienceMs))]);
}
