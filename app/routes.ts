import { index, type RouteConfig, route } from '@remix-run/route-config'

/** Every address of the site and the file that answers it. */
export default [
  index('routes/home.tsx'),
  route('preferences', 'routes/public/set-preferences.ts'),

  route('sign-in', 'routes/account/sign-in.tsx'),
  route('sign-out', 'routes/account/sign-out.ts'),
  route('setup', 'routes/account/set-up.tsx'),
  route('account', 'routes/account/my-account.tsx'),
  route('account/password', 'routes/account/change-password.tsx'),
  route('account/sign-out-others', 'routes/account/sign-out-others.ts'),

  route('admin/accounts', 'routes/admin/accounts.tsx'),
  route('admin/accounts/new', 'routes/admin/create-account.tsx'),
  route('admin/accounts/:id', 'routes/admin/edit-account.tsx'),
  route('admin/accounts/:id/password', 'routes/admin/reset-password.tsx'),
  route('admin/accounts/:id/disabled', 'routes/admin/disable-account.ts'),
  route('admin/audit', 'routes/admin/audit.tsx'),

  route('week', 'routes/school/week.tsx'),
  route('schools/:id/compliance', 'routes/bureau/compliance-school.tsx'),
  route('schools/:id/days/:day', 'routes/bureau/compliance-day.tsx'),
  route('compliance', 'routes/bureau/compliance.tsx'),
  route('compliance/export', 'routes/bureau/compliance-export.ts'),
  route('compliance/units/:code', 'routes/bureau/compliance-unit.tsx'),
] satisfies RouteConfig
