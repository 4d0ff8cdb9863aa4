import type { Upload } from '@lms/contracts';
import { ApiProblem, problemText } from '@lms/web-platform';
import { uploadTexts } from '../texts/uploads.js';
import { factsOf, fingerprintOf, isFileOf } from './file-facts.js';
import { followUpload } from './follow-upload.js';
import type { KeptUploads } from './kept-uploads.js';
import {
  isOnDevice,
  isUnderWay,
  percentOf,
  type CaptionsPlace,
  type UploadEntry,
  type UploadProgress,
  type UploadTarget,
} from './upload-entry.js';
import { recogniseFile } from './upload-kind.js';
import type { Sending } from './send-resumably.js';

export interface DeskDeps {
  /** Answers the upload's id when all of the file is sent. */
  send: (sending: Sending) => Promise<string>;
  /** Has the API forget a part of a file. */
  forget: (fingerprint: string) => Promise<void>;
  read: (uploadId: string) => Promise<Upload>;
  /** Makes the finished upload part of its draft. */
  place: (entry: UploadEntry) => Promise<void>;
  kept: KeptUploads;
  pause: (milliseconds: number) => Promise<void>;
  newKey: () => string;
}

const sendingAtOnce = 2;
/** The API takes no more characters of a file's name. */
const longestName = 240;

/**
 * Takes files into drafts: sends them, waits while they are checked, and adds them. It belongs to no page, so authors
 * can leave and come back.
 */
export class UploadDesk {
  private list: readonly UploadEntry[];
  private readonly listeners = new Set<() => void>();
  private readonly files = new Map<string, File>();
  private readonly aborts = new Map<string, AbortController>();

  constructor(private readonly deps: DeskDeps) {
    // A page that was loaded anew knows of its files, but may not read them until they are chosen again.
    this.list = deps.kept
      .read()
      .map((entry) =>
        isOnDevice(entry) ? { ...entry, progress: { state: 'interrupted', percent: percentOf(entry) } } : entry,
      );
    for (const entry of this.list) if (entry.uploadId !== null && isUnderWay(entry)) void this.follow(entry.key);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  readonly entries = (): readonly UploadEntry[] => this.list;
  /** Whether leaving the site now would lose something. */
  readonly sending = (): boolean => this.list.some((entry) => isOnDevice(entry));

  /** Takes files in. Captions of a known video carry their place. */
  add(files: readonly File[], target: UploadTarget, captions: CaptionsPlace | null = null): void {
    for (const file of files) {
      if (this.goOnWith(file, target)) continue;
      const key = this.deps.newKey();
      const seen = recogniseFile(file, uploadTexts.t);
      const wrong =
        captions && 'kind' in seen && seen.kind !== 'captions' ? uploadTexts.t('refusal.notCaptions') : null;
      const refusal = wrong ?? ('refusal' in seen ? seen.refusal : null);
      this.files.set(key, file);
      this.set([
        ...this.list,
        {
          ...target,
          key,
          name: file.name,
          kind: 'kind' in seen ? seen.kind : null,
          facts: factsOf(file),
          uploadId: null,
          title: null,
          captions,
          progress: refusal === null ? { state: 'waiting' } : { state: 'refused', sentence: refusal },
        },
      ]);
    }
    this.next();
  }

  /** Takes an entry off the list; one that is being sent stops, and the API forgets what it has of it. */
  dismiss(key: string): void {
    const entry = this.find(key);
    this.leave(key);
    if (entry?.kind && entry.facts && entry.uploadId === null) {
      void this.deps.forget(fingerprintOf(entry, entry.kind, entry.name, entry.facts)).catch(() => undefined);
    }
  }

  /** Another file in the place of one that was refused, or the same file once more. */
  replace(key: string, file: File): void {
    const entry = this.find(key);
    if (!entry || this.goOnWith(file, entry)) return;
    this.dismiss(key);
    this.add([file], entry, entry.captions);
  }

  /** Stops sending until it is told to go on. */
  pause(key: string): void {
    const entry = this.find(key);
    if (!entry || !isOnDevice(entry)) return;
    this.progress(key, { state: 'paused', percent: percentOf(entry) });
    this.aborts.get(key)?.abort();
    this.next();
  }

  /** Tries what failed again, from where it stopped. */
  again(key: string): void {
    const entry = this.find(key);
    if (entry?.uploadId) void this.follow(key);
    else if (entry && this.files.has(key)) {
      this.change(key, { progress: { state: 'waiting' } });
      this.next();
    }
  }

  /** Says where captions belong. */
  placeCaptions(key: string, captions: CaptionsPlace): void {
    this.change(key, { captions });
    void this.finish(key);
  }

  /** The file of an entry that had lost it: it goes on where it stopped. */
  private goOnWith(file: File, { personId, versionId }: UploadTarget): boolean {
    const entry = this.list.find(
      (one) =>
        one.progress.state === 'interrupted' &&
        one.personId === personId &&
        one.versionId === versionId &&
        isFileOf(one, file),
    );
    if (!entry) return false;
    this.files.set(entry.key, file);
    this.progress(entry.key, { state: 'waiting' });
    this.next();
    return true;
  }

  /** Off the list; what the API has of it stays. */
  private leave(key: string): void {
    this.aborts.get(key)?.abort();
    this.files.delete(key);
    this.set(this.list.filter((entry) => entry.key !== key));
    this.next();
  }

  private next(): void {
    const busy = this.list.filter(({ progress: { state } }) => state === 'sending' || state === 'offline').length;
    const waiting = this.list.filter(({ progress }) => progress.state === 'waiting');
    for (const entry of waiting.slice(0, Math.max(0, sendingAtOnce - busy))) void this.send(entry.key);
  }

  private async send(key: string): Promise<void> {
    const entry = this.find(key);
    const file = this.files.get(key);
    if (!entry?.kind || !file) return;
    const abort = new AbortController();
    this.aborts.set(key, abort);
    this.progress(key, { state: 'sending', percent: 0 });
    // What an attempt says after it was stopped is about nothing any more.
    const unlessStopped = (progress: UploadProgress): void => {
      if (!abort.signal.aborted) this.progress(key, progress);
    };
    let percent = 0;
    try {
      const uploadId = await this.deps.send({
        file,
        // The end of a long name says more than its beginning: it holds the kind.
        name: file.name.slice(-longestName),
        kind: entry.kind,
        fingerprint: fingerprintOf(entry, entry.kind, entry.name, factsOf(file)),
        onProgress: (now) => unlessStopped({ state: 'sending', percent: (percent = now) }),
        onWaiting: () => unlessStopped({ state: 'offline', percent }),
        signal: abort.signal,
      });
      this.files.delete(key);
      this.change(key, { uploadId });
      void this.follow(key);
    } catch (error) {
      if (!abort.signal.aborted) this.fail(key, error);
    } finally {
      if (this.aborts.get(key) === abort) this.aborts.delete(key);
      this.next();
    }
  }

  /** Waits while the API looks into the file. */
  private async follow(key: string): Promise<void> {
    this.progress(key, { state: 'checking', percent: 0 });
    const id = this.find(key)?.uploadId;
    if (!id) return;
    const onNews = ({ waitingFor, progress: percent }: Upload): void =>
      this.progress(key, waitingFor === 'malware-scan' ? { state: 'scanning' } : { state: 'checking', percent });
    try {
      const upload = await followUpload(id, this.deps, onNews, () => this.find(key) !== undefined);
      if (upload?.state === 'refused') {
        this.progress(key, { state: 'refused', sentence: upload.refusal ?? uploadTexts.t('refusal.plain') });
      } else if (upload) {
        this.change(key, { title: upload.title });
        await this.finish(key);
      }
    } catch (error) {
      this.fail(key, error);
    }
  }

  private async finish(key: string): Promise<void> {
    const entry = this.find(key);
    if (!entry) return;
    if (entry.kind === 'captions' && !entry.captions) {
      this.progress(key, { state: 'asking' });
      return;
    }
    this.progress(key, { state: 'adding' });
    try {
      await this.deps.place(entry);
      this.leave(key);
    } catch (error) {
      this.fail(key, error);
    }
  }

  private fail(key: string, error: unknown): void {
    const refused = error instanceof ApiProblem && [400, 413, 415, 422].includes(error.status);
    const sentence = problemText(error);
    this.progress(key, refused ? { state: 'refused', sentence } : { state: 'failed', sentence, again: true });
  }

  private find = (key: string): UploadEntry | undefined => this.list.find((entry) => entry.key === key);
  private progress = (key: string, progress: UploadProgress): void => this.change(key, { progress });
  private change(key: string, change: Partial<UploadEntry>): void {
    this.set(this.list.map((entry) => (entry.key === key ? { ...entry, ...change } : entry)));
  }
  private set(list: readonly UploadEntry[]): void {
    this.list = list;
    this.deps.kept.write(list);
    for (const listener of this.listeners) listener();
  }
}
