import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type ResourceLimits, Worker } from 'node:worker_threads'

/**
 * Starts the thread of a `*.worker.ts`: from the built file beside the bundle or beside its chunks; without a build, in
 * development and tests, from the source.
 */
export function startThread(source: URL, resourceLimits: ResourceLimits): Worker {
  const options = { execArgv: [], resourceLimits }
  const name = basename(source.pathname, '.ts')
  const places = [`./${name}.js`, `../${name}.js`].map(file => new URL(file, import.meta.url))
  const built = places.find(file => existsSync(fileURLToPath(file)))
  if (built !== undefined) return new Worker(built, options)
  return new Worker(new URL('./thread-from-source.mjs', import.meta.url), {
    ...options,
    workerData: source.href,
  })
}
