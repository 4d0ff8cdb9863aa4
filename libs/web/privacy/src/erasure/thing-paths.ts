import type { NamedThingKind } from '@lms/contracts';
import { paths } from '@lms/web-platform';

const PATHS: Readonly<Record<NamedThingKind, (id: string) => string>> = {
  rule: (id) => paths.rule(id),
  audience: () => paths.audiences,
  course: (id) => paths.manageCourse(id),
  path: (id) => paths.path(id),
  session: (id) => paths.session(id),
  resource: (id) => paths.resource(id),
  'question-bank': (id) => paths.questionBank(id),
  organisation: (id) => paths.organisation(id),
  scheme: () => paths.schemes,
  outcome: () => paths.outcomes,
  qualification: () => paths.equivalences,
  columns: () => paths.imports,
  import: (id) => paths.import(id),
};

/** Where a thing can be called otherwise. */
export const thingPath = ({ kind, id }: { kind: NamedThingKind; id: string }): string => PATHS[kind](id);
