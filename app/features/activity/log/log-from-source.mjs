// Starts the thread that reads logs from its TypeScript source, in development and tests; a build has log.worker.js.
import { register } from 'tsx/esm/api'

register()
await import('./log.worker.ts')
