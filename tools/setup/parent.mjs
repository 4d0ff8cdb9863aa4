/** Calls back once when the process that started this one is gone, however it ended. */
export function whenParentDies(callback) {
  if (!process.connected) return;
  process.once('disconnect', callback);
  process.channel?.unref();
}
