process.env.NODE_ENV ??= 'production'

const { startServer } = await import('./serve/start-server.ts')

await startServer()

export {}
