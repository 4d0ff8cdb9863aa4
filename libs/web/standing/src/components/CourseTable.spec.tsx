import { describe, expect, it } from '@jest/globals';
import { renderRoutes } from '@lms/web-platform/testing';
import { screen } from '@testing-library/react';
import { CourseTable } from './CourseTable.js';

const course = (title: string, asked: boolean) => ({
  ...{ courseId: title, code: title, title, standing: 'valid' as const, asked },
  ...{ completedOn: '2026-02-25', validUntil: null, dueOn: null },
});

describe('the courses of a record', () => {
  it('lead to why where somebody asked, and nowhere where nobody did', async () => {
    const record = { today: '2026-12-01', courses: [course('Fatigue', true), course('SMSTS', false)] };
    const table = <CourseTable record={record} whyPath={(id) => `/courses/${id}/why`} />;
    renderRoutes([{ path: '/', element: table }], '/');
    expect((await screen.findByRole('link', { name: 'Why? Fatigue' })).getAttribute('href')).toBe(
      '/courses/Fatigue/why',
    );
    expect(screen.queryByRole('link', { name: 'Why? SMSTS' })).toBeNull();
  });
});
