// Starts the reader thread from its TypeScript source, in development and tests; a build has reader.worker.js.
import { register } from 'tsx/esm/api'

register()
await import('./reader.worker.ts')
