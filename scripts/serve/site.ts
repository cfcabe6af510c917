import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { ServerBuild } from '@remix-run/node'
import compression from 'compression'
import express, { type Express, type NextFunction, type Request, type Response } from 'express'
import { refuseForeignForm } from '#app/auth/foreign-form.ts'
import { config } from '#app/config.server.ts'
import { protectHeaders } from './headers.ts'
import { health } from './health.ts'
import { countRequests, metrics } from './metrics.ts'
import { pagesOf } from './pages.ts'
import { logRequests } from './request-log.ts'
import type { ServerState } from './state.ts'

/** The whole site as one express application: health, metrics, static files, pages. */
export async function siteOf(state: ServerState): Promise<Express> {
  const root = projectRoot()
  const build: ServerBuild = await import(pathToFileURL(join(root, 'build/server/index.js')).href)
  const site = express()
  site.disable('x-powered-by')
  if (config.TRUST_PROXY !== undefined) site.set('trust proxy', hopsOrAddresses(config.TRUST_PROXY))
  site.use(health(state))
  site.use(metrics())
  site.use(nameRequest, logRequests(), countRequests(), protectHeaders())
  site.use(closeWhileDraining(state))
  site.use(compression({ level: 1 }))
  site.use('/assets', express.static(join(root, 'build/client/assets'), { immutable: true, maxAge: '1y' }))
  site.get(rootFilesOf(root), express.static(join(root, 'build/client'), { maxAge: '1h' }))
  site.use(onlyOwnForms)
  site.all(
    '*',
    pagesOf(build, (request, response) => ({
      nonce: response.locals.nonce,
      requestId: response.locals.requestId,
      client: request.ip ?? '',
      drained: () => drained(response),
    })),
  )
  return site
}

/** Compression takes the answer's own drain events for itself, so it is looked at; a reader so slow is not hurried. */
async function drained(response: Response): Promise<void> {
  while (response.writableNeedDrain && !response.destroyed) await sleep(20)
  if (response.destroyed) throw new Error('The reader has gone')
}

/** '/favicon.svg' and the like: no page asks the disk whether a file of its name exists. */
function rootFilesOf(root: string): string[] {
  const entries = readdirSync(join(root, 'build/client'), { withFileTypes: true })
  return entries.filter(entry => entry.isFile()).map(entry => `/${entry.name}`)
}

/** '1' is a number of proxies, 'loopback' or '10.0.0.0/8' are addresses. */
function hopsOrAddresses(setting: string): number | string {
  return /^\d+$/.test(setting) ? Number(setting) : setting
}

function nameRequest(_request: Request, response: Response, next: NextFunction): void {
  response.locals.nonce = randomBytes(16).toString('base64')
  response.locals.requestId = randomBytes(6).toString('hex')
  next()
}

function closeWhileDraining(state: ServerState) {
  return (_request: Request, response: Response, next: NextFunction) => {
    if (state.phase === 'draining') response.setHeader('Connection', 'close')
    next()
  }
}

/** A form from another site is refused before anything reads it. */
function onlyOwnForms(request: Request, response: Response, next: NextFunction): void {
  if (refuseForeignForm(request, config.ORIGIN)) {
    response
      .status(403)
      .type('text/plain; charset=utf-8')
      .send('请从本站页面提交表单。 Please send this form from our own pages.')
    return
  }
  if (!request.app.get('trust proxy')) delete request.headers['x-forwarded-host']
  next()
}

/** The folder that holds package.json, from the sources as from the built server. */
function projectRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'package.json'))) folder = resolve(folder, '..')
  return folder
}
