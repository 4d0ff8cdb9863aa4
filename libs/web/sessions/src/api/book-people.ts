import type { BookPeopleRequest, PeopleBooked } from '@lms/contracts';
import { api } from '@lms/web-platform';
import { useSessionChange } from './use-session-change.js';

/** Books oneself or others; sent twice with one key it books once. */
export const useBookPeople = (id: string, done: (booked: PeopleBooked) => void) =>
  useSessionChange((request: BookPeopleRequest) => api.post<PeopleBooked>(`/sessions/${id}/bookings`, request), done);
