import type { CommitResult, OpenedActivity } from '@lms/contracts';

interface Props {
  opened: OpenedActivity;
  onDone: (result: CommitResult) => void;
}

export function EvidencePlayer({ opened }: Props) {
  return <h2>{opened.title}</h2>;
}
