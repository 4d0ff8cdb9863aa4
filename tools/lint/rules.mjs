import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { root } from '../setup/paths.mjs';

const pathOf = (context) => relative(root, context.filename).split(sep).join('/');
const rule = (message, create, type = 'problem') => ({
  meta: { type, messages: { found: message }, schema: [] },
  create,
});

/** Calls back with every import and export that names another module. */
const onSource = (visit) => {
  const from = (node) => node.source && visit(node.source, node);
  return { ImportDeclaration: from, ExportNamedDeclaration: from, ExportAllDeclaration: from, ImportExpression: from };
};

/** The file a relative import means, null when there is none. */
export function resolveRelative(file, source) {
  const at = resolve(dirname(file), source.replace(/\.([cm]?)jsx?$/, ''));
  const ending = ['.ts', '.tsx', '.mts', '.mjs', '.js', '/index.ts'].find((end) => existsSync(at + end));
  if (ending) return at + ending;
  return existsSync(resolve(dirname(file), source)) ? resolve(dirname(file), source) : null;
}

const importsIn = /(?:^|[\n;}])\s*(?:import|export)\s+(?:[^'"();]*?\bfrom\s*)?['"](\.{1,2}\/[^'"]+)['"]/g;
const graph = new Map();

const importsOf = (file) => {
  const { mtimeMs } = statSync(file);
  const known = graph.get(file);
  if (known?.mtimeMs === mtimeMs) return known.targets;
  const sources = [...readFileSync(file, 'utf8').matchAll(importsIn)].map(([, source]) => source);
  const targets = sources.map((source) => resolveRelative(file, source)).filter(Boolean);
  graph.set(file, { mtimeMs, targets });
  return targets;
};

/** The way from one file back to another over relative imports, null when there is none. */
export function wayBack(from, to) {
  const queue = [[from]];
  const seen = new Set([from]);
  while (queue.length > 0) {
    const way = queue.shift();
    if (way.at(-1) === to) return way;
    for (const next of importsOf(way.at(-1))) {
      if (seen.has(next)) continue;
      seen.add(next);
      queue.push([...way, next]);
    }
  }
  return null;
}

const noCycles = rule(
  'This import comes back here: {{way}}. Move what both need into a file of its own, which both import.',
  (context) =>
    onSource((source) => {
      if (typeof source.value !== 'string' || !source.value.startsWith('.')) return;
      const target = resolveRelative(context.filename, source.value);
      const way = target && wayBack(target, context.filename);
      if (way)
        context.report({
          node: source,
          messageId: 'found',
          data: { way: way.map((file) => relative(root, file)).join(' → ') },
        });
    }),
);

const noBarrels = rule(
  'No index file below src/: import the file that holds what you need. A library has one index, src/index.ts.',
  (context) => ({
    Program(node) {
      if (/\/src\/.+\/index\.tsx?$/.test(pathOf(context))) context.report({ node, messageId: 'found' });
    },
  }),
);

const packageDir = (file) => {
  let at = dirname(file);
  while (at.startsWith(root) && !existsSync(join(at, 'package.json'))) at = dirname(at);
  return at;
};

const noForeignEntities = rule(
  'Entities never leave their feature: ask the other feature’s facade, or keep its id.',
  (context) =>
    onSource((source, node) => {
      if (typeof source.value !== 'string' || !/\.entity(\.js)?$/.test(source.value)) return;
      const leaves = /^libs\/api\/[^/]+\/src\/index\.ts$/.test(pathOf(context)) && node.type.startsWith('Export');
      const foreign =
        !source.value.startsWith('.') ||
        packageDir(resolve(dirname(context.filename), source.value)) !== packageDir(context.filename);
      if (leaves || foreign) context.report({ node: source, messageId: 'found' });
    }),
);

const clock =
  /\bnow\s*\(\s*\)|\b(?:current_date|current_timestamp|current_time|localtimestamp|localtime)\b|\b(?:clock|statement|transaction)_timestamp\b/i;

const noSqlClock = rule(
  'SQL here takes the day and the moment as parameters (today, known_at): "{{word}}" would use the database’s own clock.',
  (context) => {
    const check = (node, text) => {
      const found = clock.exec(text);
      if (found) context.report({ node, messageId: 'found', data: { word: found[0] } });
    };
    return {
      Literal: (node) => typeof node.value === 'string' && check(node, node.value),
      TemplateElement: (node) => check(node, node.value.raw),
    };
  },
);

/** The project's own rules; each message says what to do instead. */
export default {
  rules: {
    'no-cycles': noCycles,
    'no-barrels': noBarrels,
    'no-foreign-entities': noForeignEntities,
    'no-sql-clock': noSqlClock,
  },
};
