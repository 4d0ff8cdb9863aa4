/** The boundaries come from nx's graph of projects, made within the process: a daemon would stay behind and see old files. */
export const nxEnv = { NX_DAEMON: 'false', NX_ISOLATE_PLUGINS: 'false', NX_NO_CLOUD: 'true', NX_TUI: 'false' };

/** Writes the graph to where the lint rule reads it; without it the rule skips every file in silence. */
export async function makeGraph() {
  Object.assign(process.env, nxEnv);
  const { createProjectGraphAsync } = await import('@nx/devkit');
  await createProjectGraphAsync({ exitOnError: false, resetDaemonClient: true });
}
