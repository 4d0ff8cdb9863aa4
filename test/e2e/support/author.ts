import { expect, type Page } from '@playwright/test';
import { callApi } from './browser-api.js';

export interface Upload {
  kind: 'package' | 'video' | 'captions' | 'document' | 'image';
  name: string;
  bytes: Uint8Array;
}

/** A course and the draft of its first version. */
export interface Draft {
  courseId: string;
  versionId: string;
}

/** What authors do, through the API of the page they are signed in on: for tests that are about something else. */
export class Author {
  constructor(private readonly page: Page) {}

  async newCourse(code: string, title: string): Promise<Draft> {
    const { id: courseId } = await callApi<{ id: string }>(this.page, 'POST', '/courses', { code, title });
    const { versions } = await callApi<{ versions: { id: string }[] }>(this.page, 'GET', `/courses/${courseId}`);
    const first = versions[0]?.id;
    const versionId = first ?? (await callApi<{ id: string }>(this.page, 'POST', `/courses/${courseId}/versions`)).id;
    return { courseId, versionId };
  }

  /** The id of an upload that is processed and ready. */
  async upload({ kind, name, bytes }: Upload): Promise<string> {
    const { id } = await this.page.evaluate(
      async ([data, query]) => {
        const headers = { 'content-type': 'application/octet-stream' };
        const body = Uint8Array.from(atob(data), (c) => c.charCodeAt(0));
        return (await (await fetch(`/api/v1/uploads?${query}`, { method: 'POST', headers, body })).json()) as {
          id: string;
        };
      },
      [Buffer.from(bytes).toString('base64'), new URLSearchParams({ kind, name }).toString()] as const,
    );
    const state = async () => (await callApi<{ state: string }>(this.page, 'GET', `/uploads/${id}`)).state;
    await expect.poll(state, { timeout: 60_000 }).toBe('ready');
    return id;
  }

  /** The id of the activity. */
  async add(draft: Draft, activity: Record<string, unknown>): Promise<string> {
    const path = `/course-versions/${draft.versionId}/activities`;
    return (await callApi<{ id: string }>(this.page, 'POST', path, activity)).id;
  }

  async addUpload(draft: Draft, title: string, upload: Upload): Promise<string> {
    return this.add(draft, { kind: 'upload', uploadId: await this.upload(upload), title });
  }

  publish(draft: Draft): Promise<unknown> {
    return callApi(this.page, 'POST', `/course-versions/${draft.versionId}/publish`);
  }
}
