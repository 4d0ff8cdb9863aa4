import type { z } from 'zod';
import { matchColumn, optionColumn } from './columns.js';

/** The column in which a person finds what a path of the contract names. */
export function columnFor(path: readonly PropertyKey[]): string {
  const [first, part, index, field] = path.map(String);
  if (first === 'safetyCritical') return 'safety critical';
  if (first !== 'body') return first ?? '';
  switch (part) {
    case 'choices':
    case 'items':
    case 'accepted':
      return index === undefined ? (part === 'choices' ? 'right' : optionColumn(1)) : optionColumn(Number(index) + 1);
    case 'pairs': {
      if (index === undefined) return optionColumn(1);
      return field === 'right' ? matchColumn(Number(index) + 1) : optionColumn(Number(index) + 1);
    }
    case 'value':
      return 'right';
    default:
      return part ?? '';
  }
}

/** What a fault of the contract means to somebody who looks at a row. */
export function sentenceFor(issue: z.core.$ZodIssue): string {
  const list =
    issue.path.length > 0 && ['choices', 'items', 'pairs', 'accepted', 'tags'].includes(String(issue.path.at(-1)));
  if (issue.code === 'too_big') {
    return list ? `There are more than ${issue.maximum} of these.` : `This is longer than ${issue.maximum} characters.`;
  }
  if (issue.code === 'too_small') {
    return list ? `At least ${issue.minimum} of these are needed.` : 'Something has to stand here.';
  }
  return 'This value cannot be used.';
}
