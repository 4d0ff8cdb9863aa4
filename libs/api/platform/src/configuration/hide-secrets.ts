/** A setting's value as it may be shown: passwords and keys stay hidden. */
export function hideSecrets(name: string, value: string | undefined): string {
  return /URL|SECRET|KEY/.test(name) ? '(hidden)' : (value ?? '');
}
