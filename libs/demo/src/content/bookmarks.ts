/** The screens of each packaged lesson, in order, as its page names them. */
export const lessonScreens = {
  'temporary-traffic-management.zip': {
    standard: 'scorm12',
    screens: ['start', 'zones', 'signs-before-cones', 'safety-zone', 'crossing', 'check', 'finish'],
  },
  'data-protection.zip': {
    standard: 'scorm12',
    screens: ['start', 'what-is-personal', 'sharing', 'first-hour', 'requests', 'check', 'finish'],
  },
  'plant-person-interface.zip': {
    standard: 'scorm2004',
    screens: ['start', 'blind-spots', 'the-line', 'stop-and-ask', 'reversing', 'check', 'finish'],
  },
} as const;

export type LessonFile = keyof typeof lessonScreens;
const isLesson = (file: string): file is LessonFile => file in lessonScreens;

/**
 * The runtime elements that a lesson leaves behind when its learner stops at a screen (counted from 0): what the player
 * hands back on the next launch. SCORM 1.2 RTE 3.4 and SCORM 2004 4th edition RTE 4.2 name the elements.
 */
export const bookmarkOf = (file: string, screen: number): Record<string, string> => {
  if (!isLesson(file)) throw new RangeError(`No lesson is called ${file}`);
  const { standard, screens } = lessonScreens[file];
  const location = screens[screen] ?? screens[0];
  const suspended = JSON.stringify({ v: 1, seen: screens.slice(0, screen + 1), answers: {}, tries: 0 });
  return standard === 'scorm12'
    ? {
        'cmi.core.lesson_status': 'incomplete',
        'cmi.core.lesson_location': location,
        'cmi.suspend_data': suspended,
        'cmi.core.exit': 'suspend',
      }
    : {
        'cmi.completion_status': 'incomplete',
        'cmi.location': location,
        'cmi.suspend_data': suspended,
        'cmi.progress_measure': String(screen / (screens.length - 1)).slice(0, 6),
        'cmi.exit': 'suspend',
      };
};
