import type { CommitEntry, CompletionRule, PreviewedActivity } from '@lms/contracts';
import { fulfils, fullyCovered, mergeRanges, outcomeOf, packageDone, type SecondRange } from '@lms/domain';

/** Whether what an activity has reported would make it done, by its own rule. Remembers what was reported before. */
export class DoneSoFar {
  private readonly lessons = new Map<string, Record<string, string>>();
  private covered: readonly SecondRange[] = [];

  constructor(
    private readonly opened: Pick<PreviewedActivity['opened'], 'kind' | 'scos' | 'file'>,
    private readonly rule: CompletionRule | null,
  ) {}

  report(entries: readonly CommitEntry[]): boolean {
    for (const { sco, set, covered } of entries) {
      if (set) this.lessons.set(sco, { ...this.lessons.get(sco), ...set });
      if (covered) this.covered = mergeRanges(this.covered, covered);
    }
    return this.done();
  }

  private done(): boolean {
    const { kind, scos, file } = this.opened;
    if (kind === 'video') return file?.seconds ? fullyCovered(this.covered, file.seconds) : false;
    const { rule } = this;
    if ((kind !== 'scorm12' && kind !== 'scorm2004') || !rule) return false;
    const done = scos.map(({ identifier }) => {
      const elements = this.lessons.get(identifier);
      return elements !== undefined && fulfils(rule, outcomeOf(kind, elements));
    });
    return packageDone(rule, done);
  }
}
