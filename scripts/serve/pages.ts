import { createRequestHandler, type GetLoadContextFunction } from '@remix-run/express'
import type { ServerBuild } from '@remix-run/node'
import type { RequestHandler } from 'express'

type Routes = ServerBuild['routes']

/**
 * Answers every page of the build. The router ranks all of its routes anew for each request, so a request is handed to
 * a handler that knows only the routes which begin like its address; the whole build answers all else.
 */
export function pagesOf(build: ServerBuild, getLoadContext: GetLoadContextFunction): RequestHandler {
  const whole = createRequestHandler({ build, mode: 'production', getLoadContext })
  const beginnings = new Set(Object.values(build.routes).map(route => beginningOf(`/${route.path ?? ''}`)))
  const handlers = new Map(
    [...beginnings]
      .filter(beginning => /^[a-z-]+$/.test(beginning))
      .map(beginning => [
        beginning,
        createRequestHandler({ build: partOf(build, beginning), mode: 'production', getLoadContext }),
      ]),
  )
  return (request, response, next) =>
    (handlers.get(beginningOf(request.path)) ?? whole)(request, response, next)
}

/** The build as if it had these routes only; a browser goes on to load the manifest of all. */
function partOf(build: ServerBuild, beginning: string): ServerBuild {
  const routes = routesFor(build.routes, beginning)
  const known = Object.entries(build.assets.routes).filter(([id]) => routes[id] !== undefined)
  return { ...build, routes, assets: { ...build.assets, routes: Object.fromEntries(known) } }
}

/** '/posts/2026-001' and the data of a page, '/posts.data', begin with 'posts'. */
export function beginningOf(path: string): string {
  return (path.split('/')[1] ?? '').replace(/\.data$/, '')
}

/** The routes that an address with this beginning can meet: those that share it, begin with a parameter, or have none. */
export function routesFor(routes: Routes, beginning: string): Routes {
  return Object.fromEntries(
    Object.entries(routes).filter(([, { path }]) => {
      const own = beginningOf(`/${path ?? ''}`)
      return own === beginning || own === '' || /^[:*]/.test(own)
    }),
  )
}
