import type { Plugin } from 'vite';

const parts: Record<string, string> = {
  // Links that fetch pages of its framework mode ahead. Outside that mode each of them does nothing.
  'ssr/components.js': `
    import { createContext, useRef } from 'react';
    export const FrameworkContext = /* @__PURE__ */ createContext(undefined);
    export const PrefetchPageLinks = () => null;
    export const usePrefetchBehavior = () => [false, useRef(null), {}];
    export const mergeRefs = (...refs) => (value) => {
      for (const ref of refs) {
        if (typeof ref === 'function') ref(value);
        else if (ref) ref.current = value;
      }
    };`,
  // Measuring of loaders and actions by whoever passes `instrumentations`; the app passes none and has no loaders.
  'instrumentation.js': `
    export const getRouteInstrumentationUpdates = () => ({});
    export const instrumentClientSideRouter = (router) => router;
    export const consumeInstrumentationClientResultMetaReceiver = () => undefined;`,
};
const browserHalf = /react-router\/dist\/\w+\/lib\/(dom\/lib|components|router\/router)\.js$/;
const prefix = '\0lean-router:';

/**
 * Leaves out of React Router what a browser's data router never runs, and the names of its components, which would keep
 * the unused ones: 4 kB less before anything is shown. An export that the router comes to need and that does not stand
 * here ends the build.
 */
export const leanRouter = (): Plugin => ({
  name: 'waymark:lean-router',
  apply: 'build',
  enforce: 'pre',
  resolveId(source, importer) {
    if (!importer || !browserHalf.test(importer)) return null;
    const part = Object.keys(parts).find((name) => source.endsWith(`/${name}`));
    return part ? prefix + part : null;
  },
  load: (id) => (id.startsWith(prefix) ? parts[id.slice(prefix.length)] : null),
  transform: {
    filter: { id: /node_modules\/react-router\// },
    handler: (code) => ({
      code: code
        .replaceAll(/^\w+\.displayName = "[^"]*";$/gm, '')
        .replaceAll(/= (React\$1\.(?:createContext|forwardRef|memo)\()/g, '= /* @__PURE__ */ $1'),
      map: null,
    }),
  },
});
