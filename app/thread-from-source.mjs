// Starts a thread from its TypeScript source, in development and tests; a build has each as a file of its own.
import { workerData } from 'node:worker_threads'
import { register } from 'tsx/esm/api'

register()
await import(workerData)
