import { z } from 'zod';
import { CalendarDate, Id, pageOf, PageQuery, shortText } from '../shared/common.js';

export const Scheme = z
  .object({
    id: Id,
    version: z.number().int(),
    code: z.string(),
    name: z.string(),
    startsOn: CalendarDate.nullable(),
    endsOn: CalendarDate.nullable(),
    people: z.number().int(),
  })
  .meta({ id: 'Scheme' });
export type Scheme = z.infer<typeof Scheme>;
export const SchemePage = pageOf(Scheme).meta({ id: 'SchemePage' });
export type SchemePage = z.infer<typeof SchemePage>;
export const SchemeQuery = PageQuery.extend({ q: z.string().trim().max(100).optional() });

export const SaveSchemeRequest = z
  .strictObject({
    code: shortText(20),
    name: shortText(120),
    startsOn: CalendarDate.nullable().default(null),
    endsOn: CalendarDate.nullable().default(null),
  })
  .refine((s) => !s.startsOn || !s.endsOn || s.startsOn <= s.endsOn, {
    path: ['endsOn'],
    message: 'The end is before the start',
  });
export type SaveSchemeRequest = z.infer<typeof SaveSchemeRequest>;
