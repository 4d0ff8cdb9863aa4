import type { Course, SaveCourseRequest } from '@lms/contracts';

export const emptyCourse: SaveCourseRequest = { code: '', title: '', summary: '', topics: [], mandatory: false };

/** The details of a course as its form holds them. */
export const draftOf = ({ code, title, summary, topics, mandatory, mandatoryForced }: Course): SaveCourseRequest => ({
  code,
  title,
  summary,
  topics,
  mandatory: mandatory || mandatoryForced,
});

/** Without the spaces around what was typed. */
export const cleanCourse = (draft: SaveCourseRequest): SaveCourseRequest => ({
  ...draft,
  code: draft.code.trim(),
  title: draft.title.trim(),
  summary: draft.summary.trim(),
});
