import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../setup/paths.mjs';
import { featureOrder } from './boundaries.mjs';

const boundary = '@nx/enforce-module-boundaries';
const has = (path) => existsSync(join(root, path, 'package.json'));
let count = 0;

/** One file to plant, and the rule that must notice it there. */
const one = (rule, dir, text, { ending = 'ts', name = `§-${(count += 1)}`, others = {} } = {}) => ({
  rule,
  path: `${dir}/${name}.${ending}`,
  files: { [`${dir}/${name}.${ending}`]: text, ...others },
});
const importing = (dir, name) =>
  one(boundary, `${dir}/src`, `import * as planted from '${name}';\nexport const seen = planted;\n`);

/** Each feature against the one after it, on both sides, for those that are there. */
const featuresBackwards = ['api', 'web'].flatMap((side) => {
  const present = featureOrder.filter((name) => has(`libs/${side}/${name}`));
  return present.slice(1).map((later, index) => importing(`libs/${side}/${present[index]}`, `@lms/${side}-${later}`));
});

const upwards = [
  ['libs/api/people', '@lms/web-people'],
  ['libs/web/people', '@lms/api-people'],
  ['libs/api/platform', '@lms/api-people'],
  ['libs/web/platform', '@lms/web-people'],
  ['libs/web/ui', '@lms/domain'],
  ['libs/web/ui', '@lms/web-platform'],
  ['libs/domain', '@lms/contracts'],
  ['libs/contracts', '@lms/api-platform'],
  ['libs/api/people', '@lms/testing'],
  ['libs/demo', '@lms/api-people'],
  ['libs/api/people', '@lms/api-schema'],
  ['apps/web', '@lms/api-platform'],
].map(([dir, name]) => importing(dir, name));

const text = (rule, dir, body, ending) => one(rule, `${dir}/src`, body, { ending });
const jsx = (inner, rule = 'i18next/no-literal-string') =>
  text(
    rule,
    'libs/web/people',
    `declare const Planted: (props: Record<string, string>) => null;\nexport const Shown = () => ${inner};\n`,
    'tsx',
  );

/** At least one violation of every rule of eslint.config.mjs that the project added for itself. */
export const violations = () => [
  ...featuresBackwards,
  ...upwards,
  one(
    boundary,
    'libs/api/identity/src',
    "import * as planted from '../../people/src/index.js';\nexport const seen = planted;\n",
    {
      others:
        has('libs/api/people') && !existsSync(join(root, 'libs/api/people/src/index.ts'))
          ? { 'libs/api/people/src/index.ts': 'export {};\n' }
          : {},
    },
  ),
  // Written in parts, so that whoever looks for these words finds none that count.
  text(
    '@typescript-eslint/no-explicit-any',
    'libs/domain',
    `export const planted = (value: ${'any'}): unknown => value;\n`,
  ),
  text('@typescript-eslint/ban-ts-comment', 'libs/domain', `// @${'ts'}-ignore\nexport const planted = 1;\n`),
  text(
    '@typescript-eslint/no-floating-promises',
    'libs/api/people',
    'const later = async () => 1;\nexport function planted() {\n  later();\n}\n',
  ),
  one(
    '@typescript-eslint/consistent-type-imports',
    'libs/domain/src',
    "import { Planted } from './§-type.js';\nexport const planted: Planted = 1;\n",
    {
      others: { 'libs/domain/src/§-type.ts': 'export type Planted = number;\n' },
    },
  ),
  one('waymark/no-cycles', 'libs/domain/src', "import { b } from './§-b.js';\nexport const a = () => b;\n", {
    name: '§-a',
    others: { 'libs/domain/src/§-b.ts': "import { a } from './§-a.js';\nexport const b = () => a;\n" },
  }),
  one('waymark/no-barrels', 'libs/domain/src/§', 'export const planted = 1;\n', { name: 'index' }),
  one(
    'waymark/no-foreign-entities',
    'libs/api/identity/src',
    "import { Planted } from '../../people/src/§.entity.js';\nexport const planted = Planted;\n",
    {
      others: { 'libs/api/people/src/§.entity.ts': 'export const Planted = 1;\n' },
    },
  ),
  ...['now()', 'current_date', 'CURRENT_TIMESTAMP', 'clock_timestamp()'].map((word) =>
    text(
      'waymark/no-sql-clock',
      'libs/api/people',
      `export const planted = (id: string) => \`select ${word} where id = \${id}\`;\n`,
    ),
  ),
  text('waymark/no-sql-clock', 'libs/api/people', "export const planted = 'select now()';\n"),
  ...['Date.now()', 'new Date()', 'Math.random()'].map((word) =>
    text('no-restricted-syntax', 'libs/domain', `export const planted = () => ${word};\n`),
  ),
  jsx('<p>Planted text</p>'),
  jsx(`<p>{'Planted text'}</p>`, 'no-restricted-syntax'),
  jsx(`<Planted label={'Planted text'} />`, 'no-restricted-syntax'),
  ...['aria-label', 'title', 'label', 'placeholder'].map((name) =>
    jsx(`<Planted ${name}="Planted text" />`, 'no-restricted-syntax'),
  ),
  text(
    'react-hooks/rules-of-hooks',
    'libs/web/people',
    "import { useState } from 'react';\nexport function Planted({ on }: { on: boolean }) {\n  if (on) useState(0);\n  return null;\n}\n",
    'tsx',
  ),
  text(
    'react-hooks/exhaustive-deps',
    'libs/web/people',
    "import { useEffect } from 'react';\nexport function Planted({ on }: { on: () => void }) {\n  useEffect(() => on(), []);\n  return null;\n}\n",
    'tsx',
  ),
  // A comment that would switch a rule off is itself reported, as a warning without a rule's name.
  text(null, 'libs/domain', `/* ${'eslint'}-disable */\nexport const planted = 1;\n`),
];
