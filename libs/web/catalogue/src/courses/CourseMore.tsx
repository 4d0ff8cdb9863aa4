import { Menu } from '@mantine/core';
import type { Course } from '@lms/contracts';
import { problemText, useTexts } from '@lms/web-platform';
import { Button, Icon, toast } from '@lms/web-ui';
import { useState } from 'react';
import { useMarkTemplate } from '../api/duplicate-course.js';
import { builderTexts } from '../texts/builder.js';
import { DuplicateDialog } from './DuplicateDialog.js';

/** What is done with a course now and then. */
export function CourseMore({ course }: { course: Course }) {
  const { t } = useTexts(builderTexts);
  const mark = useMarkTemplate(course);
  const [copying, setCopying] = useState(false);
  const { template, title } = course;
  const untaught = course.versions.every(({ state }) => state === 'draft');
  const turn = () =>
    mark.mutate(!template, {
      onSuccess: () => toast(t(template ? 'copy.unmarked' : 'copy.marked', { title })),
      onError: (error) => toast(problemText(error), { tone: 'danger' }),
    });
  return (
    <>
      <Menu position="bottom-end" withinPortal={false}>
        <Menu.Target>
          <Button>
            {t('copy.more')}
            <Icon name="down" size={16} />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setCopying(true)}>{t(template ? 'copy.make' : 'copy.duplicate')}</Menu.Item>
          {(template || untaught) && (
            <Menu.Item onClick={turn}>{t(template ? 'copy.course' : 'copy.template')}</Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {copying && <DuplicateDialog course={course} onClose={() => setCopying(false)} />}
    </>
  );
}
