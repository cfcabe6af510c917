import type { NextFunction, Request, Response } from 'express'
import { pino } from 'pino'
import { config } from '#app/config.server.ts'
import { loggedPath } from '#app/http/logged-path.ts'

const log = pino({ level: config.LOG_LEVEL, base: undefined })

/** A line a request, without query strings, cookies, bodies or secrets: what a person typed stays out of the log. */
export function logRequests() {
  return (request: Request, response: Response, next: NextFunction): void => {
    const started = process.hrtime.bigint()
    response.on('finish', () => {
      log.info({
        requestId: response.locals.requestId,
        method: request.method,
        path: loggedPath(request.path),
        status: response.statusCode,
        ms: Number(process.hrtime.bigint() - started) / 1e6,
      })
    })
    next()
  }
}
