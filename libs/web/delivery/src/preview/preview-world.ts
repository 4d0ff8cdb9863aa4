import type { CommitEntry, CommitResult, CourseOutline, OpenedActivity, PreviewedActivity } from '@lms/contracts';
import { api, ApiProblem, type Stand } from '@lms/web-platform';
import { DoneSoFar } from './done-so-far.js';
import { PreviewEvidence } from './preview-evidence.js';
import { PreviewPractical } from './preview-practical.js';
import { PreviewQuizzes } from './preview-quizzes.js';
import { PreviewQueue } from './preview-queue.js';

interface Visit extends PreviewedActivity {
  soFar: DoneSoFar;
}

/** A path of the API with the ids taken out: `/my/attempts/:id/launches`. */
const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
/** What learning is made of. Nothing below these leaves the page. */
const OURS = /^\/(my|evidence|assessments)(\/|$)/;

/**
 * Stands in for the learner's part of the API while a version is looked at: what the players ask is answered from here,
 * and ends with the page.
 */
export class PreviewWorld {
  readonly queue = new PreviewQueue((launchId, entries) => this.reported(launchId, entries));
  private readonly visits = new Map<string, Visit>();
  private readonly quizzes = new PreviewQuizzes((attemptId) => this.visits.get(attemptId)?.opened);
  private readonly practical = new PreviewPractical((attemptId) => this.visits.get(attemptId)?.signers ?? null);
  private readonly evidence = new PreviewEvidence();
  private done: ReadonlySet<string> = new Set();
  private readonly listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  /** The activities that would be done by now. */
  readonly doneActivities = (): ReadonlySet<string> => this.done;

  readonly answer: Stand = (method, path, { body }) => {
    if (!OURS.test(path)) return undefined;
    const ids: string[] = path.match(ID) ?? [];
    const [id = '', other = ''] = ids;
    switch (`${method} ${path.replace(ID, ':id')}`) {
      case 'POST /my/activities/:id/open':
        return this.open(id);
      case 'POST /my/attempts/:id/launches':
        return this.launch(id);
      case 'POST /my/attempts/:id/acknowledge':
      case 'POST /my/attempts/:id/done':
      case 'POST /my/attempts/:id/survey':
        return Promise.resolve(this.finish(id));
      case 'GET /my/attempts/:id/practical':
        return Promise.resolve(this.practical.status(id));
      case 'PUT /my/attempts/:id/practical/request':
        return Promise.resolve(this.practical.ask(id, body));
      case 'DELETE /my/attempts/:id/practical/request':
        return Promise.resolve(this.practical.withdraw(id));
      case 'GET /my/attempts/:id/quiz':
        return this.quizzes.status(id);
      case 'POST /my/attempts/:id/quiz-runs':
        return this.quizzes.begin(id);
      case 'GET /my/quiz-runs/:id':
        return this.quizzes.read(id);
      case 'PUT /my/quiz-runs/:id/answers':
        return this.quizzes.save(id, body);
      case 'POST /my/quiz-runs/:id/hand-in':
        return this.handIn(id, body);
      case 'GET /evidence/people/:id/activities/:id':
        return this.opened(other).then((opened) => this.evidence.status(id, opened));
      case 'PUT /evidence/files/:id':
        return Promise.resolve(this.evidence.keepFile(id, body));
      case 'POST /evidence':
        return Promise.resolve(this.evidence.submit(body));
      default:
        return Promise.reject(new ApiProblem({ status: 409, code: 'preview', detail: NOT_HERE }));
    }
  };

  /** The outline with what would be done by now. */
  shown(outline: CourseOutline): CourseOutline {
    const at = new Date().toISOString();
    const isDone = ({ id }: { id: string }) => this.done.has(id);
    const here = outline.activities.find((activity) => !isDone(activity))?.id;
    const activities = outline.activities.map((activity) => ({
      ...activity,
      doneAt: isDone(activity) ? at : null,
      state: isDone(activity) ? ('done' as const) : activity.id === here ? ('here' as const) : ('next' as const),
    }));
    return { ...outline, activities };
  }

  private async open(activityId: string): Promise<OpenedActivity> {
    const previewed = await api.post<PreviewedActivity>(`/activities/${activityId}/preview`);
    const { opened, completionRule } = previewed;
    this.visits.set(opened.attemptId, { ...previewed, soFar: new DoneSoFar(opened, completionRule) });
    return opened;
  }

  private async opened(activityId: string): Promise<OpenedActivity> {
    const visit = [...this.visits.values()].find(({ opened }) => opened.activityId === activityId);
    return visit?.opened ?? this.open(activityId);
  }

  private async launch(attemptId: string): Promise<PreviewedActivity['launch']> {
    const visit = this.visits.get(attemptId);
    if (!visit) throw new ApiProblem({ status: 404, code: 'not-found', detail: '' });
    return Promise.resolve(visit.launch);
  }

  private activityOf(attemptId: string): string {
    return this.visits.get(attemptId)?.opened.activityId ?? '';
  }

  private finish(attemptId: string): CommitResult {
    this.markDone(this.activityOf(attemptId));
    return { acknowledged: [], superseded: false, activityDone: true, courseDone: false };
  }

  private async handIn(runId: string, body: unknown): Promise<unknown> {
    const handedIn = await this.quizzes.handIn(runId, body);
    if (handedIn.result.activityDone) this.markDone(this.activityOf(handedIn.run.attemptId));
    return handedIn;
  }

  private reported(launchId: string, entries: readonly CommitEntry[]): boolean {
    const visit = [...this.visits.values()].find(({ launch }) => launch.launchId === launchId);
    if (!visit?.soFar.report(entries)) return false;
    this.markDone(visit.opened.activityId);
    return true;
  }

  private markDone(activityId: string): void {
    if (activityId === '' || this.done.has(activityId)) return;
    this.done = new Set([...this.done, activityId]);
    for (const listener of this.listeners) listener();
  }
}

const NOT_HERE = 'This is a preview: nothing is sent from here.';
