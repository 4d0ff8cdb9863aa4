import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { leanRouter } from './lean-router.js';

const apiPort = process.env['PORT'] ?? '3000';

/** Parts of the design system that stand around or on nearly every page. */
const base = new RegExp(
  [
    String.raw`node_modules/(react|react-dom|scheduler|react-router|i18next|react-i18next|@tanstack/(react-query|query-core))/(?!.*(infinite|queries))`,
    'libs/web/platform/(?!src/(lists/|brand/SupportLine|session/safe-next))',
    'vite/preload-helper',
    'libs/domain/src/calendar/',
    'libs/web/delivery/src/assess/api/my-checks',
    'libs/web/ui/src/(base|icons|button/(?!IconButton)|page|states|plate|frame|toast)',
    'libs/web/ui/src/field/(FieldShell|Form|TextField|Field.module)',
  ].join('|'),
  'i',
);
const today = new RegExp(
  [
    'libs/web/standing/src/(routes/TodayPage|api/(today|tasks)|texts.ts)',
    'libs/web/standing/src/components/(AwayDate|Clear|Due|due-|greeting|Leaving|NextSign|Passport|readable|RouteSection|standing-words|stop-view|Task|TodaySkeleton)',
    'libs/web/ui/src/(countdown|date|progress|rows|sign|standing)/',
    'libs/web/ui/src/route/(?!RouteOutline)',
  ].join('|'),
);

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), leanRouter()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // Nothing inlined: the content security policy allows no data: addresses for fonts and pictures.
    assetsInlineLimit: 0,
    sourcemap: false,
    // The editor and what shows a PDF are large and load when they are opened: nobody has to be told at each first start.
    chunkSizeWarningLimit: 600,
    manifest: true,
    // Every browser that runs the app preloads modules by itself.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // Our libraries only define things, so what no page of a chunk uses stays out of it. Styles are kept.
      treeshake: { moduleSideEffects: [{ test: /libs\/(domain|web)\/.*\.tsx?$/, sideEffects: false }] },
      output: {
        codeSplitting: {
          groups: [
            // What every page needs: one chunk compresses better and stays cached while pages change.
            { name: 'base', priority: 2, test: base },
            // What Today shows beyond that, in one piece instead of twenty.
            { name: 'today', priority: 1, test: today },
          ],
        },
      },
    },
  },
  server: {
    host: '127.0.0.1',
    port: 5173,
    strictPort: true,
    allowedHosts: ['.localhost'],
    // The API compares Origin with Host, so the Host header stays as the browser wrote it.
    proxy: { '/api': { target: `http://127.0.0.1:${apiPort}`, changeOrigin: false } },
  },
});
