import type { Dialect, Engine } from './dialect.js';

const valueOf = (engine: Engine, element: string): string => {
  const value = engine.getCMIValue(element);
  return value === undefined || value === null ? '' : String(value);
};

/**
 * What the standards have the player say for a lesson that finished without ever saying how far it came.
 *
 * SCORM 1.2 (RTE 3.4.4, lesson_status): completed; with a mastery score and a raw score, passed or failed.
 * SCORM 2004 (SN 3.13.3): completed, unless the part measures its progress itself.
 */
export function concludedFor(dialect: Dialect, engine: Engine): Record<string, string> {
  const { completion } = dialect;
  if (dialect.standard === 'scorm2004') {
    const measured = dialect.completionThreshold !== null && valueOf(engine, dialect.completionThreshold) !== '';
    return valueOf(engine, completion) === 'unknown' && !measured ? { [completion]: 'completed' } : {};
  }
  if (valueOf(engine, completion) !== 'not attempted') return {};
  const [raw, mastery] = [valueOf(engine, 'cmi.core.score.raw'), valueOf(engine, dialect.passingScore)];
  if (raw === '' || mastery === '') return { [completion]: 'completed' };
  return { [completion]: Number(raw) >= Number(mastery) ? 'passed' : 'failed' };
}
