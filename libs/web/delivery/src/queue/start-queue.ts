/** Sends what earlier visits could not, whatever page the app starts on. The queue's code comes after the page's own. */
export async function startCommitQueue(personId: string): Promise<void> {
  const { sendWhatIsLeft } = await import('./person-queue.js');
  sendWhatIsLeft(personId);
  const { sendKeptAnswers } = await import('../quiz/book/send-kept.js');
  await sendKeptAnswers(personId);
}
