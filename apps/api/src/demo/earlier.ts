import type { LocalDate } from '@lms/domain';

export const earlier = (a: LocalDate, b: LocalDate): LocalDate => (a < b ? a : b);
