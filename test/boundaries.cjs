// Who may import whom, as ARCHITECTURE.md says it. Each rule has a planted breach in test/tooling/boundaries.test.ts.

/** Files under `from` may reach, among our own rooms, only `to`. Packages are no matter of this rule. */
function only(name, from, to, comment) {
  const rooms = '^(shared|extension|server|console|test)/'
  return { name, comment, severity: 'error', from: { path: from }, to: { path: rooms, pathNot: to } }
}

const NODE_OR_PACKAGE = ['core', 'npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown']

module.exports = {
  forbidden: [
    { name: 'no-cycle', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'resolves',
      comment: 'An import must lead somewhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'nothing-imports-tests',
      severity: 'error',
      from: { pathNot: '^test/' },
      to: { path: '^test/' },
    },
    {
      name: 'shipped-code-needs-no-dev-package',
      severity: 'error',
      from: {
        path: '^(shared|extension|server|console)/',
        pathNot: '\\.config\\.ts$|^extension/(entrypoints|simulator)/',
      },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },

    {
      name: 'peers-only-measure',
      comment:
        'Their licences (GPL, MPL) are not ours: they are yardsticks of the benches and part of nothing else.',
      severity: 'error',
      from: { pathNot: '^test/bench/' },
      to: { path: '^node_modules/(@ghostery|@gorhill)/' },
    },

    only('base-knows-nobody', '^shared/base/', '^shared/base/'),
    only('domain-knows-base', '^shared/domain/', '^shared/(base|domain)/'),
    only('classify-knows-domain', '^shared/classify/', '^shared/(base|domain|classify)/'),
    only('policy-knows-domain', '^shared/policy/', '^shared/(base|domain|policy)/'),
    only('protocol-knows-domain', '^shared/protocol/', '^shared/(base|domain|protocol)/'),
    {
      name: 'shared-needs-only-valibot-and-hashes',
      severity: 'error',
      from: { path: '^shared/' },
      to: { dependencyTypes: NODE_OR_PACKAGE, pathNot: '^node_modules/(valibot|@noble/hashes)/' },
    },

    only('extension-knows-shared', '^extension/', '^(extension|shared)/'),
    only('background-knows-its-ports', '^extension/background/', '^(extension/background|shared)/'),
    only('page-knows-shared', '^extension/page/', '^(extension/page|shared)/'),
    only('pictures-know-shared', '^extension/pictures/', '^(extension/pictures|shared)/'),
    only('screens-know-shared', '^extension/screens/', '^(extension/screens|shared)/'),
    only(
      'platform-knows-ports',
      '^extension/platform/',
      '^(extension/platform/|extension/background/ports(\\.ts$|/)|shared/)',
    ),
    {
      name: 'platform-takes-only-types-of-ports',
      severity: 'error',
      from: { path: '^extension/platform/' },
      to: { path: '^extension/background/', dependencyTypesNot: ['type-only'] },
    },

    only('db-knows-domain', '^server/db/', '^(server/db|shared/(base|domain))/'),
    only('services-know-db', '^server/services/', '^(server/(services|db)|shared)/'),
    only('http-knows-services', '^server/http/', '^(server/(http|services|live)|shared)/'),
    {
      name: 'http-takes-only-types-of-live',
      comment: 'The two stand side by side; app.ts hands the hub to the routes.',
      severity: 'error',
      from: { path: '^server/http/' },
      to: { path: '^server/live/', dependencyTypesNot: ['type-only'] },
    },
    only('live-knows-services', '^server/live/', '^(server/(live|services)|shared)/'),
    only('app-knows-http-and-live', '^server/app\\.ts$', '^(server/(http|live|services)|shared)/'),
    {
      name: 'nobody-imports-an-entry-point',
      severity: 'error',
      from: { pathNot: '^(console/app/main\\.ts$|test/)' },
      to: { path: '^(server/(main|cli)\\.ts$|extension/entrypoints/|console/app/(main|router)\\.ts$)' },
    },
    only('env-knows-shared', '^server/env\\.ts$', '^shared/'),
    only('server-knows-shared', '^server/', '^(server|shared)/'),
    {
      name: 'rules-of-the-school-know-no-web',
      severity: 'error',
      from: { path: '^server/(services|db)/' },
      to: { path: '^node_modules/(hono|@hono|ws)/' },
    },
    {
      name: 'sql-stays-with-services-and-db',
      severity: 'error',
      from: { path: '^server/(http|live|app\\.ts)' },
      to: { path: '^node_modules/(drizzle-orm|@libsql)/' },
    },

    only('console-ui-knows-no-domain', '^console/ui/(?!gallery/)', '^(console/ui|shared/base)/'),
    only('console-api-knows-shared', '^console/api/', '^(console/api|shared|server)/'),
    only('console-knows-shared', '^console/', '^(console|shared|server)/'),
    {
      name: 'console-takes-only-types-of-the-routes',
      severity: 'error',
      from: { path: '^console/' },
      to: { path: '^server/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'console-sees-only-the-routes',
      severity: 'error',
      from: { path: '^console/' },
      to: { path: '^server/', pathNot: '^server/(app\\.ts$|http/)' },
    },
    {
      name: 'features-meet-at-their-stores',
      severity: 'error',
      from: { path: '^console/(?!app/|api/|ui/)([^/]+)/' },
      to: {
        path: '^console/',
        pathNot: [
          '^console/($1|api|ui)/',
          '^console/[^/]+/[a-z-]*\\.?store\\.ts$',
          '^console/app/[a-z-]+\\.ts$',
        ],
      },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '^\\.wxt', '^\\.output', '^dist'] },
    exclude: { path: ['^test/output', '/fixtures/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.vue', '.js', '.mjs', '.cjs', '.json', '.d.ts'],
    },
  },
}
