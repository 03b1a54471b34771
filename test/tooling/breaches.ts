/** One breach for each rule of `test/boundaries.cjs`: the file that imports, and what it imports. */
export const BREACHES: Record<string, [from: string, line: string]> = {
  'no-cycle': ['shared/base/one.ts', "import './two.ts'"],
  resolves: ['shared/domain/lost.ts', "import './nowhere.ts'"],
  'nothing-imports-tests': ['server/live/tested.ts', "import '#test/support/maker.ts'"],
  'shipped-code-needs-no-dev-package': ['server/http/dev.ts', "import 'fast-check'"],
  'peers-only-measure': ['test/support/peer.ts', "import '@ghostery/adblocker'"],
  'base-knows-nobody': ['shared/base/up.ts', "import '#shared/domain/flag.ts'"],
  'domain-knows-base': ['shared/domain/up.ts', "import '../policy/decide.ts'"],
  'classify-knows-domain': ['shared/classify/up.ts', "import '#shared/policy/decide.ts'"],
  'policy-knows-domain': [
    'shared/policy/up.ts',
    "import type { Page } from '#shared/protocol/page.ts'\nexport type P = Page",
  ],
  'protocol-knows-domain': ['shared/protocol/up.ts', "import '#shared/policy/decide.ts'"],
  'shared-needs-only-valibot-and-hashes': ['shared/domain/hasty.ts', "import 'hono'"],
  'extension-knows-shared': ['extension/simulator/up.ts', "import '#server/services/tell.ts'"],
  'background-knows-its-ports': ['extension/background/up.ts', "import '../platform/tabs.ts'"],
  'page-knows-shared': ['extension/page/up.ts', "import '../background/ports.ts'"],
  'pictures-know-shared': ['extension/pictures/up.ts', "import '../platform/tabs.ts'"],
  'screens-know-shared': ['extension/screens/up.ts', "import '../platform/tabs.ts'"],
  'platform-knows-ports': [
    'extension/platform/up.ts',
    "import type { J } from '../background/judging.ts'\nexport type K = J",
  ],
  'platform-takes-only-types-of-ports': ['extension/platform/value.ts', "import '../background/ports.ts'"],
  'db-knows-domain': ['server/db/up.ts', "import '../services/tell.ts'"],
  'services-know-db': ['server/services/up.ts', "import '../live/hub.ts'"],
  'http-knows-services': ['server/http/down.ts', "import '../db/open.ts'"],
  'http-takes-only-types-of-live': ['server/http/across.ts', "import '../live/hub.ts'"],
  'live-knows-services': ['server/live/across.ts', "import '../http/route.ts'"],
  'app-knows-http-and-live': ['server/app.ts', "import './db/open.ts'"],
  'nobody-imports-an-entry-point': ['server/cli/loop.ts', "import '../main.ts'"],
  'env-knows-shared': ['server/env.ts', "import './db/open.ts'"],
  'server-knows-shared': ['server/demo/up.ts', "import '#extension/background/judging.ts'"],
  'rules-of-the-school-know-no-web': ['server/services/web.ts', "import 'hono'"],
  'sql-stays-with-services-and-db': ['server/http/sql.ts', "import 'drizzle-orm'"],
  'console-ui-knows-no-domain': ['console/ui/up.ts', "import '#shared/domain/flag.ts'"],
  'console-api-knows-shared': ['console/api/up.ts', "import '../flags/flags.store.ts'"],
  'console-knows-shared': ['console/flags/up.ts', "import '#extension/background/judging.ts'"],
  'console-takes-only-types-of-the-routes': ['console/api/value.ts', "import '#server/http/route.ts'"],
  'console-sees-only-the-routes': [
    'console/api/deep.ts',
    "import type { Tell } from '#server/services/tell.ts'\nexport type T = Tell",
  ],
  'features-meet-at-their-stores': ['console/flags/across.ts', "import '../lesson/tile.ts'"],
}

const nothing = 'export {}\n'
const fakePackage = JSON.stringify({ name: 'fake', version: '1.0.0', main: 'index.js' })

/** What the breaches reach for, and imports that the layout allows: none of these may be reported. */
export const GROUND: Record<string, string> = {
  'shared/base/two.ts': "import './one.ts'\n",
  'shared/base/result.ts': nothing,
  'shared/domain/flag.ts': "import '#shared/base/result.ts'\nimport 'valibot'\n",
  'shared/policy/decide.ts': "import '../domain/flag.ts'\n",
  'shared/protocol/page.ts': "import '#shared/domain/flag.ts'\nexport type Page = string\n",
  'extension/background/ports.ts': 'export type Ports = string\n',
  'extension/background/judging.ts':
    "import type { Ports } from './ports.ts'\nimport '#shared/policy/decide.ts'\nexport type J = Ports\n",
  'extension/platform/tabs.ts':
    "import type { Ports } from '../background/ports.ts'\nexport type T = Ports\n",
  'extension/entrypoints/background.ts':
    "import '../background/judging.ts'\nimport '../platform/tabs.ts'\nimport 'wxt'\n",
  'server/db/open.ts': "import '#shared/domain/flag.ts'\nimport 'drizzle-orm'\n",
  'server/services/tell.ts':
    "import '../db/open.ts'\nimport '#shared/protocol/page.ts'\nexport type Tell = string\n",
  'server/live/hub.ts': "import '../services/tell.ts'\nexport type Hub = string\n",
  'server/http/route.ts':
    "import '../services/tell.ts'\nimport type { Hub } from '../live/hub.ts'\nimport 'hono'\nexport type R = Hub\n",
  'server/main.ts': "import './http/route.ts'\nimport './live/hub.ts'\nimport './db/open.ts'\n",
  'console/api/http.ts': "import type { R } from '#server/http/route.ts'\nexport type A = R\n",
  'console/lesson/lesson.store.ts': "import '../api/http.ts'\nimport '#shared/domain/flag.ts'\n",
  'console/lesson/tile.ts': "import './lesson.store.ts'\n",
  'console/flags/flags.store.ts': "import '../lesson/lesson.store.ts'\n",
  'test/support/maker.ts': nothing,
  'test/bench/measure.ts': "import '@ghostery/adblocker'\n",
  ...Object.fromEntries(
    ['hono', 'drizzle-orm', 'valibot', 'fast-check', 'wxt', '@ghostery/adblocker'].flatMap((name) => [
      [`node_modules/${name}/package.json`, fakePackage],
      [`node_modules/${name}/index.js`, nothing],
    ]),
  ),
}
