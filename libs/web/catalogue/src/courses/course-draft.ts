import type { Course, SaveCourseRequest } from '@lms/contracts';

export const emptyCourse: SaveCourseRequest = {
  code: '',
  title: '',
  summary: '',
  topics: [],
  outcome: null,
  visibility: 'everyone',
  audience: { organisationKinds: [], employmentGroups: [] },
  selfEnrolment: false,
  mandatory: false,
  givesCertificate: true,
};

/** The details of a course as its form holds them. */
export const draftOf = (course: Course): SaveCourseRequest => ({
  code: course.code,
  title: course.title,
  summary: course.summary,
  topics: course.topics,
  outcome: course.outcome,
  visibility: course.visibility,
  audience: course.audience,
  selfEnrolment: course.selfEnrolment,
  mandatory: course.mandatory || course.mandatoryForced,
  givesCertificate: course.givesCertificate,
});

/** Without the spaces around what was typed. */
export const cleanCourse = (draft: SaveCourseRequest): SaveCourseRequest => ({
  ...draft,
  code: draft.code.trim(),
  title: draft.title.trim(),
  summary: draft.summary.trim(),
  outcome: draft.outcome?.trim() || null,
});
