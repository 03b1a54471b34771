import { Hono } from 'hono'
import { consoleFiles } from './http/console-files.ts'
import type { Dependencies, HttpEnv } from './http/context.ts'
import { decidedBy } from './http/decided.ts'
import { errorAnswer } from './http/error-answer.ts'
import { requestLog } from './http/request-log.ts'
import { deviceRoutes } from './http/routes/devices.ts'
import { downloadRoutes } from './http/routes/downloads.ts'
import { enrolRoutes } from './http/routes/enrol.ts'
import { flagRoutes } from './http/routes/flags.ts'
import { healthRoutes } from './http/routes/health.ts'
import { lessonRoutes } from './http/routes/lessons.ts'
import { policyRoutes } from './http/routes/policy.ts'
import { reportRoutes } from './http/routes/reports.ts'
import { sessionRoutes } from './http/routes/session.ts'
import { whyRoutes } from './http/routes/why.ts'
import { sameSite } from './http/same-site.ts'
import { securityHeaders } from './http/security-headers.ts'

const api = new Hono<HttpEnv>()
  .use(sameSite)
  .route('/', sessionRoutes)
  .route('/', lessonRoutes)
  .route('/', flagRoutes)
  .route('/', reportRoutes)
  .route('/', deviceRoutes)
  .route('/', policyRoutes)
  .route('/', whyRoutes)

/**
 * The console's HTTP API, all under `/api`: the console makes its typed client from this with `hc<App>(origin)`.
 * State-changing calls carry `x-lapwing: 1`.
 */
const consoleApi = new Hono<HttpEnv>().route('/api', api)
export type App = typeof consoleApi

/** The whole HTTP side of the server. */
export function createApp(deps: Dependencies, consoleDir: string): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>()
  app.onError(errorAnswer)
  app.use(decidedBy(deps), requestLog, securityHeaders)
  app.route('/', healthRoutes)
  app.route('/device', enrolRoutes)
  app.route('/device', downloadRoutes)
  app.route('/', consoleApi)
  app.route('/', consoleFiles(consoleDir))
  return app
}
