import { ListKinds, type PagedColumn, pagedKind } from '@lms/api-platform';
import { type ActivityKind, type CourseItem, CourseQuery } from '@lms/contracts';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { STATE_WORDS, statesInWords } from '../shared/state-words.js';
import { ListCourses } from './list-courses.js';

const KINDS: Record<ActivityKind, string> = {
  scorm12: 'SCORM 1.2',
  scorm2004: 'SCORM 2004',
  page: 'Page',
  quiz: 'Quiz',
  survey: 'Survey',
  practical: 'Practical',
  evidence: 'Evidence',
  link: 'Link',
  video: 'Video',
  document: 'Document',
  'in-person': 'In person',
};

const COLUMNS: readonly PagedColumn<CourseItem>[] = [
  { heading: 'Course', type: 'text', width: 34, cell: ({ title }) => title },
  { heading: 'Mandatory', type: 'text', cell: ({ mandatory }) => (mandatory ? 'Mandatory' : null) },
  { heading: 'Code', type: 'text', cell: ({ code }) => code },
  {
    ...{ heading: 'What people do', type: 'text', width: 30 },
    cell: ({ activityKinds }) => activityKinds.map((kind) => KINDS[kind]).join(', ') || null,
  },
  { heading: 'Minutes', type: 'number', cell: ({ minutes }) => minutes },
  { heading: 'Valid for', type: 'text', cell: validity },
  { heading: 'State', type: 'text', width: 22, cell: statesInWords },
];

/** Courses as a list for files: what the search and the state of their versions show, in the same order. */
@Injectable()
export class CourseList implements OnModuleInit {
  constructor(
    private readonly kinds: ListKinds,
    private readonly courses: ListCourses,
  ) {}

  onModuleInit(): void {
    this.kinds.register(
      pagedKind({
        ...{ name: 'courses', permission: 'courses.read', title: 'Courses', columns: COLUMNS, filters: CourseQuery },
        narrowed: ({ q, state, template }) => [
          template && 'Only templates',
          state && `State: ${STATE_WORDS[state]}`,
          q && `Search: ${q}`,
        ],
        page: (_ctx, query) => this.courses.run(query),
      }),
    );
  }
}

function validity({ minutes, validityMonths: months }: CourseItem): string | null {
  if (minutes === null) return null;
  if (months === null) return 'For life';
  return months === 1 ? '1 month' : `${months} months`;
}
