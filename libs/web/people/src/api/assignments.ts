import type {
  AskExemptionRequest,
  ExtendRequest,
  PersonAssignments,
  SaveLeaveRequest,
  WithdrawRequest,
} from '@lms/contracts';
import { api } from '@lms/web-platform';
import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { peopleKeys } from './keys.js';

export const assignmentsQuery = (personId: string) =>
  queryOptions({
    queryKey: peopleKeys.assignments(personId),
    queryFn: ({ signal }) => api.get<PersonAssignments>(`/people/${personId}/assignments`, { signal }),
  });

/** Everything that can be done about what one person owes. Each is followed by reading it anew. */
export function useAssignmentChanges(personId: string) {
  const client = useQueryClient();
  const then = async (done: Promise<unknown>): Promise<void> => {
    await done;
    await client.invalidateQueries({ queryKey: peopleKeys.assignments(personId) });
  };
  return {
    extend: (id: string, request: ExtendRequest) => then(api.post(`/assignments/${id}/extension`, request)),
    exempt: (request: AskExemptionRequest) => then(api.post(`/people/${personId}/exemptions`, request)),
    endExemption: (id: string) => then(api.post(`/exemptions/${id}/end`)),
    withdraw: (requestId: string, request: WithdrawRequest) =>
      then(api.post(`/assignment-requests/${requestId}/withdrawal`, request)),
    addLeave: (engagementId: string, request: SaveLeaveRequest) =>
      then(api.post(`/engagements/${engagementId}/leaves`, request)),
    saveLeave: (id: string, request: SaveLeaveRequest, version: number) =>
      then(api.put(`/leaves/${id}`, request, { version })),
    removeLeave: (id: string) => then(api.delete(`/leaves/${id}`)),
  };
}
export type AssignmentChanges = ReturnType<typeof useAssignmentChanges>;
