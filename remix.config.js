import { availableParallelism } from 'node:os'
import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig } from 'vite'

const underTest = process.env.VITEST === 'true'
const browserFlows = process.env.SUITE === 'browser'

/** `MOCKS=1 npm run dev`: the gateways are played by the handlers of the tests. */
const playedGateways = {
  name: 'played-gateways',
  async configureServer() {
    const { playGateways } = await import('./test/support/play-gateways.ts')
    playGateways()
  },
}

/** Under `npm run dev` the site itself does what the server does in the background, with the connection of its pages. */
const ownBackground = {
  name: 'own-background',
  apply: 'serve',
  configureServer: server => async () => {
    // Remix starts a second server with these plugins, which compiles pages and serves none.
    if (!server.config.plugins.some(({ name }) => name === 'remix')) return
    const { startBackground } = await server.ssrLoadModule('/scripts/serve/background.ts')
    const { db } = await server.ssrLoadModule('/db/index.server.ts')
    const background = startBackground(db)
    server.httpServer?.once('close', () => background.stop())
  },
}

/** One configuration for the site (Remix on Vite) and for its tests (Vitest). */
export default defineConfig({
  plugins: underTest
    ? []
    : [
        remix({
          appDirectory: 'app',
          ignoredRouteFiles: ['**/*'],
          future: {
            v3_fetcherPersist: true,
            // All addresses come once in one cached file: asking for them bit by bit costs a request a page.
            v3_lazyRouteDiscovery: false,
            v3_relativeSplatPath: true,
            v3_routeConfig: true,
            v3_singleFetch: true,
            v3_throwAbortReason: true,
          },
        }),
        process.env.MOCKS === '1' && playedGateways,
        ownBackground,
      ],
  build: { target: 'chrome86', cssTarget: 'chrome86', assetsInlineLimit: 0 },
  // Native modules: the bundler of dependencies cannot read them.
  optimizeDeps: { exclude: ['@node-rs/argon2', 'libsql'] },
  server: { port: Number(process.env.PORT ?? 3000) },
  test: {
    environment: 'node',
    include: browserFlows ? ['test/browser/**/*.test.ts'] : ['test/**/*.test.{ts,tsx}'],
    exclude: browserFlows ? [] : ['test/browser/**'],
    globalSetup: ['test/support/global-setup.ts'],
    setupFiles: ['test/support/setup.ts'],
    pool: 'forks',
    // No test replaces a module: the files of one process share what they have loaded, and their databases.
    isolate: browserFlows,
    maxWorkers: browserFlows ? Number(process.env.BROWSERS ?? 1) : Math.max(2, availableParallelism() - 1),
    testTimeout: browserFlows ? 600_000 : 30_000,
    hookTimeout: browserFlows ? 180_000 : 60_000,
    css: { modules: { classNameStrategy: 'non-scoped' } },
  },
})
