import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import boundaries from 'eslint-plugin-boundaries';
import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';

/**
 * The walls between the parts of the project: only what Biome cannot hold. `deploy/walls.test.ts` breaks each of them on purpose.
 * Unused exports and undeclared dependencies are held by Knip.
 */
const root = import.meta.dirname;

/**
 * Who may import whom, by project or by the kind that its package.json names under `nx.tags`. What does not stand here is refused.
 * Inside its own folder everybody may import everything.
 */
const arrows = {
  contracts: ['italy'],
  italy: [],
  pagopa: ['italy'],
  forms: ['italy'],
  documents: ['italy'],
  messaging: ['contracts'],
  service: ['messaging', 'contracts', 'italy'],
  directory: ['service', 'messaging', 'contracts'],
  records: ['messaging', 'contracts', 'italy'],
  'stored-forms': ['forms', 'italy', 'service', 'messaging', 'contracts'],
  casework: ['service', 'messaging', 'contracts', 'documents', 'records'],
  testing: ['service', 'messaging', 'contracts'],
  'kind:service': ['kind:lib', 'kind:contracts'],
  'kind:ui': ['contracts', 'forms', 'italy'],
  'kind:web': ['contracts', 'forms', 'italy', 'kind:ui'],
  'kind:tool': ['kind:lib', 'kind:contracts', 'kind:testing'],
  bench: ['kind:lib', 'kind:contracts', 'deploy', 'gateway'],
};

/** The journey in a browser belongs to no project: it opens the whole installation, as a person does. */
const journey = { folder: 'web/test', name: 'journey' };
const arrowsOfJourney = ['forms', 'testing', 'gateway', 'identity', 'deploy'];

/** Tests of a service may also start the servers and people of the tests, and the neighbours' simulators; those of a lib with tables the servers. */
const arrowsOfTests = {
  'kind:service': ['kind:testing', 'deploy'],
  casework: ['casework', 'testing'],
  pagopa: ['pagopa', 'testing'],
  'stored-forms': ['stored-forms', 'testing'],
};

/** The folders of a service in layers, the lowest first: each folder may import those of the layers before it, and none beside it. */
const layers = {
  practices: [
    ['limits'],
    ['procedures', 'systems', 'terms'],
    ['practices'],
    ['assignment', 'documents'],
    ['enabling', 'protocol', 'marks', 'templates'],
    ['dues'],
    ['amendments', 'observations', 'opinions'],
    ['closures', 'corrections', 'correspondence', 'drafts', 'expiry', 'external', 'managing', 'queue', 'submissions', 'withdrawals'],
    ['bulk', 'exports', 'statistics'],
  ],
};

const projects = globSync(['libs/*', 'services/*', 'web/*', 'deploy', 'bench'], { cwd: root })
  .filter((folder) => existsSync(join(root, folder, 'package.json')))
  .map((folder) => {
    const { nx } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
    const kind = nx?.tags?.find((tag) => tag.startsWith('kind:'));
    if (!kind) throw new Error(`${folder}/package.json names no kind under nx.tags, so no wall would hold it`);
    return { folder, name: folder.split('/').at(-1), kind };
  });

const namesOf = (target) => projects.filter(({ name, kind }) => name === target || kind === target).map(({ name }) => name);

const policiesOf = (table, from) =>
  projects
    .map(({ name, kind }) => ({ name, targets: (table[name] ?? table[kind] ?? []).flatMap(namesOf) }))
    .filter(({ targets }) => targets.length > 0)
    .map(({ name, targets }) => ({
      from: { element: { type: name }, ...from },
      allow: { to: { element: { types: { anyOf: targets } } } },
    }));

const ban = (packages, why) => ({ 'no-restricted-imports': ['error', { patterns: [{ group: packages, message: why }] }] });
const noUpwardImports = Object.entries(layers).flatMap(([service, lines]) =>
  lines.flatMap((folders, at) =>
    folders.flatMap((folder) => {
      const others = lines
        .slice(at)
        .flat()
        .filter((other) => other !== folder)
        .map((other) => `../${other}/*`);
      const why = `Arrows point down only: ${folder} may not import folders above or beside it.`;
      const files = [`services/${service}/src/${folder}/**`];
      return others.length === 0 ? [] : [{ files, ignores: ['**/*.test.ts'], rules: ban(others, why) }];
    }),
  ),
);

const noFrameworks = ban(['typeorm', 'typeorm/*', '@nestjs/*'], 'Contracts and pages know neither the database nor the framework.');

// biome-ignore lint/style/noDefaultExport: eslint reads its settings from the default export
export default [
  { ignores: ['**/dist/', '**/node_modules/', '.sportello/', '.nx/', 'docs/', 'bench/results/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{ts,tsx,mjs}'],
    languageOptions: { parser: tseslint.parser },
    plugins: { boundaries },
    settings: {
      'import/resolver': { typescript: { conditionNames: ['source', 'types', 'import', 'node', 'default'] } },
      'boundaries/root-path': root,
      'boundaries/legacy-templates': false,
      'boundaries/elements': [...projects, journey].map(({ folder, name }) => ({ type: name, pattern: folder })),
      'boundaries/files': [{ category: 'test', pattern: ['**/*.test.{ts,tsx}', '**/test/**'] }],
      'boundaries/dependency-nodes': ['import', 'dynamic-import', 'export', 'require'],
    },
    rules: {
      'boundaries/dependencies': [
        'error',
        {
          default: 'disallow',
          message: 'Arrows point down only: {{from.element.type}} may not import {{to.element.type}}.',
          policies: [
            ...policiesOf(arrows, {}),
            ...policiesOf(arrowsOfTests, { file: { categories: 'test' } }),
            { from: { element: { type: journey.name } }, allow: { to: { element: { types: { anyOf: arrowsOfJourney } } } } },
          ],
        },
      ],
    },
  },
  { files: ['libs/contracts/**', 'web/**'], rules: noFrameworks },
  ...noUpwardImports,
  { files: ['services/gateway/**'], rules: ban(['typeorm', 'typeorm/*'], 'The gateway has no database.') },
  {
    files: ['{libs,services,web,deploy,bench}/**/*.{ts,tsx}'],
    languageOptions: {
      parserOptions: { project: ['tsconfig.json', 'web/tsconfig.json', 'web/test/tsconfig.json'], tsconfigRootDir: root },
    },
    plugins: { '@typescript-eslint': tseslint.plugin },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      // A `default` is a decision; leaving a case out is an oversight.
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    // Whoever chooses the text chooses how long an expression works on it: never worse than in proportion to its length.
    files: ['{libs,services,web}/*/src/**/*.{ts,tsx}'],
    ignores: ['**/*.test.{ts,tsx}'],
    plugins: { regexp },
    rules: {
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
      'regexp/no-super-linear-move': ['error', { report: 'potential', ignorePartial: false, ignoreSticky: false }],
    },
  },
];
