/** Features of the server and the browser, each of which may use those before it (docs: who may import whom). */
export const featureOrder = [
  'imports',
  'people',
  'identity',
  'catalogue',
  'records',
  'assignments',
  'delivery',
  'sessions',
  'standing',
  'privacy',
  'notifications',
  'reporting',
];

/** These hear of others by events or read what those publish: they import no feature. */
const solitary = new Set(['notifications', 'reporting']);

const below = ['type:platform', 'type:ui', 'type:contracts', 'type:domain'];
const kind = (name, allowed) => ({
  sourceTag: `type:${name}`,
  onlyDependOnLibsWithTags: allowed.map((tag) => `type:${tag}`),
});

const featureRules = featureOrder.map((name, index) => {
  const before = solitary.has(name) ? [] : featureOrder.slice(0, index);
  return {
    sourceTag: `feature:${name}`,
    onlyDependOnLibsWithTags: [
      ...[...before, name].map((other) => `feature:${other}`),
      ...below,
      'type:testing',
      'type:demo',
    ],
  };
});

/** `tests` are the test files, which may use the testing library and the demonstration besides. */
export const constraints = ({ tests }) => {
  const more = tests ? ['testing', 'demo'] : [];
  return [
    { sourceTag: 'side:api', onlyDependOnLibsWithTags: ['side:api', 'side:shared'] },
    { sourceTag: 'side:web', onlyDependOnLibsWithTags: ['side:web', 'side:shared'] },
    { sourceTag: 'side:shared', onlyDependOnLibsWithTags: ['side:shared'] },
    kind('app', ['schema', 'feature', 'platform', 'ui', 'contracts', 'domain', 'demo', ...(tests ? ['testing'] : [])]),
    kind('feature', ['feature', 'platform', 'ui', 'contracts', 'domain', ...more]),
    kind('platform', ['contracts', 'domain', ...more]),
    kind('contracts', ['domain']),
    kind('ui', []),
    kind('domain', []),
    kind('demo', ['domain', 'contracts']),
    kind('schema', ['platform', 'contracts', 'domain', ...more]),
    // The rule looks at imports within a library too where it may be part of a circle.
    kind('testing', ['testing', 'schema', 'feature', 'platform', 'contracts', 'domain', 'demo']),
    ...featureRules,
  ];
};
