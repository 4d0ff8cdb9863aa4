import type { QueryClient } from '@tanstack/react-query';
import { myChecksQuery } from '../api/my-checks.js';

/** A decision was made: lists and counts are read again. */
export function refreshChecks(client: QueryClient): void {
  void client.invalidateQueries({ queryKey: ['evidence'] });
  void client.invalidateQueries({ queryKey: myChecksQuery().queryKey });
}
