/**
 * The rooms of architecture.md as rules: which part of `src/` may import what.
 * Run by `depcruise src`; test/unit/dependency-rules.test.ts proves that each rule still catches what it is for.
 */

/** Every builtin of Node, with `node:` and without; what a package of the same name gives is not meant. */
const BUILTIN = { dependencyTypes: ['core'] };

/** Packages that only exist inside VS Code. */
const EDITOR = ['^vscode($|-)', 'node_modules/@types/vscode/', 'node_modules/vscode-'];

/** Where Node, a bundler or a test begins. */
const ENTRY_POINTS = ['^src/(index|remark)\\.ts$', '^src/cli/(main|launch)\\.ts$', '^src/platform/node/(worker|site/render-worker)\\.ts$', '^src/platform/memory/', '^src/server/(node|browser)\\.ts$', '^src/(extension|webview)/[^/]+\\.ts$'];

/** What the extension is told and asks with: plain data, and how it is called. */
const PLAIN_DATA = [
  'core/(coverage/coverage|model/manifest|root/skipped-folders)\\.ts$',
  'exchange/word/import/import-result\\.ts$',
  'language/(overview/overview|preview/document-preview|scaffold/shipped-frameworks)\\.ts$',
  'language/details/panel/',
  'map/(types|map-ids)\\.ts$',
  'map/panel/',
  'server/protocol/',
];

/** A room that may reach only the rooms that are named, beside itself. */
const onlyReaches = (room, ...others) => ({
  name: `${room}-reaches-only-${others.join('-and-') || 'itself'}`,
  severity: 'error',
  comment: `src/${room} imports nothing of the project outside ${[room, ...others].join(', ')}.`,
  from: { path: `^src/${room}/` },
  to: { path: '^(src|test|scripts|bench)/', pathNot: `^src/(${[room, ...others].join('|')})/` },
});

/** A room that also runs in browsers: no builtin of Node, nothing of the editor. */
const pure = (room) => [
  { name: `${room}-no-builtins`, severity: 'error', comment: `src/${room} runs in browsers too.`, from: { path: `^src/${room}/` }, to: BUILTIN },
  { name: `${room}-no-editor`, severity: 'error', comment: `src/${room} knows no editor.`, from: { path: `^src/${room}/` }, to: { path: EDITOR } },
];

module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', comment: 'No cycles; those of types alone count too.', from: {}, to: { circular: true } },
    onlyReaches('core'),
    onlyReaches('rules', 'core'),
    onlyReaches('language', 'core'),
    onlyReaches('map', 'core'),
    onlyReaches('site', 'core', 'map'),
    // What comes in begins as what is new does.
    onlyReaches('exchange', 'core', 'map', 'language/scaffold'),
    onlyReaches('review', 'core'),
    // What is searched for is taken apart as what was indexed. The form knows what it is sent, and nothing of who sends it.
    onlyReaches('webview', 'map', 'site/search', 'language/details/panel'),
    onlyReaches('language/details/panel'),
    {
      name: 'extension-reaches-only-plain-data',
      severity: 'error',
      comment: 'The extension asks the server, and decides nothing: of engine and products it knows names, types and messages.',
      from: { path: '^src/extension/' },
      to: { path: '^src/', pathNot: `^src/(extension/|${PLAIN_DATA.join('|')})` },
    },
    ...['core', 'rules', 'language', 'map', 'site', 'exchange', 'review', 'webview'].flatMap(pure),
    ...[
      ['body', 'search|plan|frame|feeds|pages'],
      ['search', 'plan|frame|feeds|pages'],
      ['plan', 'frame|feeds|pages'],
      ['frame', 'feeds|pages'],
      ['feeds', 'pages'],
      ['pages', 'feeds'],
    ].map(([folder, later]) => ({
      name: `site-${folder}-comes-before-${later.replaceAll('|', '-and-')}`,
      severity: 'error',
      comment: 'A site is planned from data, pages are framed, and all of it is put together at the top of src/site: one way only.',
      from: { path: `^src/site/${folder}/` },
      to: { path: `^src/site/(${later})/` },
    })),
    {
      name: 'a-rule-knows-no-other-rule',
      severity: 'error',
      comment: 'Only the generated index lists the rules; what two of them need is in src/rules/support.',
      from: { path: '^src/rules/', pathNot: '^src/rules/index\\.ts$' },
      to: { path: '^src/rules/', pathNot: '^src/rules/support/' },
    },
    {
      name: 'platform-only-from-entry-points',
      severity: 'error',
      comment: 'The outside world is let in at the edge: by entry points and tests.',
      from: { pathNot: '^(src/(index|remark)\\.ts$|src/(platform|cli|server|extension)/|test/|scripts/|bench/)' },
      to: { path: '^src/platform/' },
    },
    {
      name: 'cli-is-not-imported',
      severity: 'error',
      comment: 'A face has nothing that another part could need.',
      from: { pathNot: '^(src/cli/|test/)' },
      to: { path: '^src/cli/' },
    },
    {
      name: 'no-faces-from-platform',
      severity: 'error',
      comment: 'Platform implements ports of the engine; the workers also need the rules and the site.',
      from: { path: '^src/platform/' },
      to: { path: '^src/', pathNot: '^src/(platform|core|site|review)/|^src/rules/index\\.ts$' },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      comment: 'A file that nothing imports and that imports nothing is left over.',
      from: { orphan: true, pathNot: '\\.d\\.ts$' },
      to: {},
    },
    {
      name: 'no-unused-files',
      severity: 'error',
      comment: 'Every file is reached from an entry point.',
      from: { path: ENTRY_POINTS },
      to: { path: '^src/', pathNot: ['\\.d\\.ts$', ...ENTRY_POINTS], reachable: false },
    },
    { name: 'not-to-unresolvable', severity: 'error', comment: 'Every import leads somewhere.', from: {}, to: { couldNotResolve: true, pathNot: EDITOR } },
    {
      name: 'no-packages-of-packages',
      severity: 'error',
      comment: 'What is imported is in our package.json: as a devDependency, since everything is bundled.',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'no-tools-in-the-bundle',
      severity: 'error',
      comment: 'Packages for building and testing are not bundled.',
      from: { path: '^src/' },
      to: { path: 'node_modules/(@biomejs|@types/mocha|ajv-formats|commonmark\\.json|dependency-cruiser|esbuild|fast-check|mocha|tsx|typescript)/' },
    },
    { name: 'no-tests-in-src', severity: 'error', from: { path: '^src/' }, to: { path: '^(test|scripts|bench)/' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Imports of types count as others do: a room that only needs a type of another still knows it.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    combinedDependencies: false,
    moduleSystems: ['es6', 'cjs', 'tsd'],
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
      mainFields: ['module', 'main', 'types'],
      extensions: ['.ts', '.js', '.cjs', '.mjs', '.json', '.d.ts'],
    },
  },
};
