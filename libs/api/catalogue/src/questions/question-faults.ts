import type { ProblemField } from '@lms/api-platform';
import type { SaveQuestionRequest } from '@lms/contracts';
import { sameText } from '@lms/domain';

/** What keeps a well-formed question from being asked, in sentences; paths as in the request. */
export function questionFaults({ body }: Pick<SaveQuestionRequest, 'body'>): ProblemField[] {
  switch (body.type) {
    case 'single':
      return [
        ...repeated(body.choices, 'body.choices', 'text'),
        ...(rights(body.choices) === 1
          ? []
          : [{ path: 'body.choices', message: 'Mark exactly one answer as the right one.' }]),
      ];
    case 'multiple':
      return [
        ...repeated(body.choices, 'body.choices', 'text'),
        ...(rights(body.choices) >= 1 ? [] : [{ path: 'body.choices', message: 'Mark at least one right answer.' }]),
      ];
    case 'matching':
      return [
        ...repeated(
          body.pairs.map(({ id, left }) => ({ id, text: left })),
          'body.pairs',
          'left',
        ),
        ...(body.pairs.some(({ right }) => !sameText(right, body.pairs[0]?.right ?? ''))
          ? []
          : [{ path: 'body.pairs', message: 'All right sides say the same, so there is nothing to match.' }]),
      ];
    case 'ordering':
      return repeated(body.items, 'body.items', 'text');
    case 'short-text':
      return repeated(
        body.accepted.map((text, index) => ({ id: String(index), text })),
        'body.accepted',
        '',
      );
    default:
      return [];
  }
}

const rights = (choices: readonly { right: boolean }[]): number => choices.filter(({ right }) => right).length;

function repeated(list: readonly { id: string; text: string }[], path: string, field: string): ProblemField[] {
  return list.flatMap(({ id, text }, index) => {
    const before = list.slice(0, index);
    if (before.some((other) => sameText(other.text, text))) {
      const at = [path, String(index), field].filter(Boolean).join('.');
      return [{ path: at, message: 'This stands here twice.' }];
    }
    if (before.some((other) => other.id === id)) {
      return [{ path: `${path}.${index}.id`, message: 'Two parts of a question have the same id.' }];
    }
    return [];
  });
}
