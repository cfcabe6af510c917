import { timingSafeEqual } from 'node:crypto'
import express, { type NextFunction, type Request, type Response, type Router } from 'express'
import { collectDefaultMetrics, Histogram, register } from 'prom-client'
import { config } from '#app/config.server.ts'

const durations = new Histogram({
  name: 'http_request_duration_seconds',
  help: 'Time from request to the end of the answer',
  labelNames: ['method', 'status'],
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
})

/** GET /metrics in Prometheus text, for the machine itself or with METRICS_TOKEN as bearer token. */
export function metrics(): Router {
  collectDefaultMetrics()
  const router = express.Router()
  router.get('/metrics', async (request, response) => {
    if (!mayRead(request)) {
      response.status(403).end()
      return
    }
    response.type(register.contentType).send(await register.metrics())
  })
  return router
}

function mayRead(request: Request): boolean {
  const token = config.METRICS_TOKEN
  if (token === undefined) return /^(::1|127\.|::ffff:127\.)/.test(request.socket.remoteAddress ?? '')
  const given = Buffer.from(request.headers.authorization ?? '')
  const wanted = Buffer.from(`Bearer ${token}`)
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}

export function countRequests() {
  return (request: Request, response: Response, next: NextFunction): void => {
    const end = durations.startTimer({ method: request.method })
    response.on('finish', () => end({ status: String(response.statusCode) }))
    next()
  }
}
