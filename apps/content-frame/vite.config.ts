import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  base: '/__waymark/',
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2023',
    modulePreload: false,
    // Three files with fixed names: the content host serves these and nothing else of ours.
    rollupOptions: {
      input: `${import.meta.dirname}/frame.html`,
      output: { entryFileNames: 'frame.js', assetFileNames: 'frame[extname]', codeSplitting: false },
    },
    chunkSizeWarningLimit: 600,
  },
});
