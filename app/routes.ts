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

  route('import', 'routes/school/import-sheet.tsx'),
  route('imports', 'routes/school/imports.tsx'),
  route('imports/:id', 'routes/school/import-preview.tsx'),
  route('imports/:id/commit', 'routes/school/import-commit.ts'),
  route('imports/:id/discard', 'routes/school/import-discard.ts'),
  route('imports/:id/file', 'routes/school/import-file.ts'),
  route('templates/:sheet', 'routes/school/import-template.ts'),

  route('registry/schools', 'routes/registry/schools.tsx'),
  route('registry/schools/export', 'routes/registry/export-schools.ts'),
  route('registry/schools/new', 'routes/registry/create-school.tsx'),
  route('registry/schools/:id', 'routes/registry/school.tsx'),
  route('registry/schools/:id/edit', 'routes/registry/change-school.tsx'),
  route('registry/schools/:id/close', 'routes/registry/close-school.tsx'),
  route('registry/schools/:id/aliases', 'routes/registry/change-alias.ts'),
  route('registry/schools/:id/classes/new', 'routes/registry/open-class.tsx'),
  route('registry/schools/:id/classes/:classId', 'routes/registry/change-class.tsx'),

  route('coverage', 'routes/bureau/coverage.tsx'),
  route('coverage.xlsx', 'routes/bureau/coverage-workbook.tsx'),
  route('coverage/rules', 'routes/bureau/coverage-rules.tsx'),
  route('coverage/sports/:code', 'routes/bureau/coverage-sport.tsx'),
  route('coverage/units/:code', 'routes/bureau/coverage-unit.tsx'),
  route('coverage/units/:code/:sport', 'routes/bureau/coverage-placements.tsx'),
  route('placements/new', 'routes/bureau/add-placement.tsx'),
  route('placements/:id', 'routes/bureau/placement.tsx'),
  route('placements/:id/change', 'routes/bureau/change-placement.tsx'),
  route('placements/:id/end', 'routes/bureau/end-placement.tsx'),
  route('registry/sports', 'routes/bureau/sports.tsx'),
  route('registry/units', 'routes/bureau/units.tsx'),
] satisfies RouteConfig
