import type { SaveQuestionRequest } from '@lms/contracts';

/** A question as it is kept: line ends as everywhere else, each tag once whatever its case. */
export function tidyQuestion(question: SaveQuestionRequest): SaveQuestionRequest {
  const seen = new Set<string>();
  const tags = question.tags.filter((tag) => {
    const key = tag.toLowerCase();
    return !seen.has(key) && seen.add(key);
  });
  return { ...question, text: lines(question.text), explanation: lines(question.explanation), tags };
}

const lines = (text: string): string => text.replace(/\r\n?/g, '\n');
