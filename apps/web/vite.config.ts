import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';

const apiPort = process.env['PORT'] ?? '3000';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  // Our libraries are read from their sources, in development and in the build.
  resolve: { conditions: ['@lms/source', ...defaultClientConditions] },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // Nothing inlined: the content security policy allows no data: addresses for fonts and pictures.
    assetsInlineLimit: 0,
    sourcemap: false,
    rolldownOptions: {
      // Our libraries only define things, so what no page of a chunk uses stays out of it. Styles are kept.
      treeshake: { moduleSideEffects: [{ test: /libs\/(domain|web)\/.*\.tsx?$/, sideEffects: false }] },
      output: {
        codeSplitting: {
          groups: [
            // What every page needs: one chunk compresses better and stays cached while pages change.
            {
              name: 'base',
              test: /node_modules\/(react|react-dom|scheduler|react-router|i18next|react-i18next|@tanstack)\/(?!.*infinite)|libs\/(web\/platform|domain)\/|libs\/web\/ui\/src\/(base|icons|button|page|states|plate|frame|toast)\//i,
            },
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
