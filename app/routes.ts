import { index, type RouteConfig, route } from '@remix-run/route-config'

/** Every address of the site and the file that answers it. */
export default [
  index('routes/home.tsx'),
  route('preferences', 'routes/public/set-preferences.ts'),
] satisfies RouteConfig
