/** Who may import whom: the floor plan of the README as rules. */
const shared = '^app/(calendar-day|group-by|load-context|nonce)\\.ts$'

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'db-knows-no-app',
      severity: 'error',
      from: { path: '^db/' },
      to: { path: '^(app|scripts|test)/' },
    },
    {
      name: 'sql-lives-in-queries',
      comment: 'Kysely is spoken in db/ and in *.queries.server.ts only.',
      severity: 'error',
      from: { path: '^(app|scripts)/', pathNot: '\\.queries\\.server\\.ts$' },
      to: { path: 'node_modules/kysely' },
    },
    {
      name: 'rules-are-pure',
      comment: 'A rule imports no value but other rules; types, calendar days and groups are free.',
      severity: 'error',
      from: { path: '\\.rule\\.ts$' },
      to: { dependencyTypesNot: ['type-only'], pathNot: `\\.rule\\.ts$|${shared}` },
    },
    {
      name: 'nobody-imports-a-page',
      severity: 'error',
      from: { pathNot: '^test/' },
      to: { path: '^app/routes/' },
    },
    {
      name: 'pages-hold-only-the-connection',
      severity: 'error',
      from: { path: '^app/routes/' },
      to: { path: '^db/', pathNot: '^db/(index\\.server|tables)\\.ts$' },
    },
    {
      name: 'general-parts-know-no-feature',
      severity: 'error',
      from: { path: '^app/(spreadsheet|pdf|i18n|ui|http|gateways)/' },
      to: { path: '^app/(features|routes|auth)/|^db/' },
    },
    {
      name: 'files-know-no-feature',
      severity: 'error',
      from: { path: '^app/files/' },
      to: { path: '^app/(features|routes|auth|http|ui)/' },
    },
    {
      name: 'features-are-handed-the-db',
      severity: 'error',
      from: { path: '^app/(features|files)/' },
      to: { path: '^db/', pathNot: '^db/(tables|even-rows|write\\.server)\\.ts$' },
    },
    {
      name: 'features-know-no-page-and-no-request',
      severity: 'error',
      from: { path: '^app/features/' },
      to: { path: '^app/(routes|http)/|^app/auth/(?!scope\\.ts$)' },
    },
    {
      name: 'sheets-know-the-contract-of-imports',
      comment:
        'Imports drive the sheets of all features; these know of imports only what a sheet has to keep.',
      severity: 'error',
      from: { path: '^app/features/', pathNot: '^app/features/(imports|upload-links|reports)/' },
      to: {
        path: '^app/features/imports/',
        pathNot: '^app/features/imports/(sheet-import|stale-import|only-days\\.rule)\\.ts$',
      },
    },
    {
      name: 'nothing-shipped-needs-tests',
      severity: 'error',
      from: { path: '^(app|db|scripts)/' },
      to: { path: '^test/' },
    },
    { name: 'app-needs-no-scripts', severity: 'error', from: { path: '^app/' }, to: { path: '^scripts/' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
    },
  },
}
