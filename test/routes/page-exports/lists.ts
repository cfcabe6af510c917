/** A list that a page shows, and how many rows of it the page says there are. */
interface PageList {
  /** As in app/routes.ts. */
  page: string
  /** Which of the page's lists. */
  of?: string
  /** The page that shows it to the role, where it is another. */
  shownBy?: string
  search?: Record<string, string>
  countOf: (shown: never) => number
  /** Nobody in the world of the walk has a row of it. */
  isEmpty?: true
}

type Some = readonly unknown[]
const list = <Shown>(
  page: string,
  countOf: (shown: Shown) => number,
  more: Omit<PageList, 'page' | 'countOf'> = {},
): PageList => ({ page, countOf, ...more })

export const lists: readonly PageList[] = [
  list('admin/accounts', (shown: { total: number }) => shown.total),
  list('admin/audit', (shown: { total: number }) => shown.total, { isEmpty: true }),
  list('settings/daily-hour', (shown: { requirements: Some }) => shown.requirements.length, {
    of: 'required',
  }),
  list('settings/daily-hour', (shown: { versions: Some }) => shown.versions.length, { of: 'versions' }),
  list('settings/daily-hour', (shown: { kinds: Some }) => shown.kinds.length, { of: 'kinds' }),
  list('notices', (shown: { notices: Some }) => shown.notices.length, { isEmpty: true }),
  list('posts', (shown: { total: number }) => shown.total, { isEmpty: true }),
  list('posts-for-you', (shown: { posts: Some | null }) => shown.posts?.length ?? 0),
  list('applications', (shown: { applications: Some }) => shown.applications.length),
  list('exemptions', (shown: { exemptions: Some }) => shown.exemptions.length),
  list('imports', (shown: { total: number }) => shown.total),
  list('upload-links', (shown: { total: number }) => shown.total),
  list('coaches', (shown: { total: number }) => shown.total),
  list('coaches/:id', (shown: { contracts: Some }) => shown.contracts.length, { of: 'contracts' }),
  list('coaches/:id', (shown: { work: Some }) => shown.work.length, { of: 'work' }),
  list('coaches/:id', (shown: { trainings: Some }) => shown.trainings.length, { of: 'trainings' }),
  list('coaches/:id', (shown: { evaluations: Some }) => shown.evaluations.length, {
    ...{ of: 'evaluations', isEmpty: true },
  }),
  list('entry-checks', (shown: { people: Some }) => shown.people.length),
  list('registry/sports', (shown: { sports: Some }) => shown.sports.length),
  list('registry/units', (shown: { units: Some }) => shown.units.length),
  list('registry/schools/:id', (shown: { classes: Some }) => shown.classes.length),
  list(
    'schools/:id/compliance',
    (shown: { days: Some; classes: Some }) => shown.days.length * shown.classes.length,
    { search: { period: 'week', day: '2025-09-01' } },
  ),
  list(
    'schools/:id/timetable',
    (shown: { lines: { activities: Some }[] }) =>
      shown.lines.reduce((sum, { activities }) => sum + activities.length, 0),
    { search: { day: '2025-09-22', grade: '3' } },
  ),
  list('schools/:id/days/:day', (shown: { classes: { rows: Some }[] }) =>
    shown.classes.reduce((sum, { rows }) => sum + Math.max(1, rows.length), 0),
  ),
  list('compliance', (shown: { units: Some }) => shown.units.length, { of: 'units' }),
  list('compliance', (shown: { schoolCount: number }) => shown.schoolCount, { of: 'schools' }),
  list('compliance', (shown: { schools: Some }) => shown.schools.length, {
    ...{ of: 'schools', shownBy: 'compliance/units/:code', search: { unit: '320722' } },
  }),
  list('compliance', (shown: { silent: { count: number } }) => shown.silent.count, {
    of: 'silent',
    isEmpty: true,
  }),
  list('calendar', (shown: { entries: Some }) => shown.entries.length, {
    of: 'days',
    search: { month: '2025-10' },
  }),
  list('calendar', (shown: { terms: Some }) => shown.terms.length, { of: 'terms' }),
  list('titles', (shown: { read: { total: number } }) => shown.read.total, {
    of: 'titles',
    search: { which: 'all' },
  }),
  list('titles', (shown: { read: { byUnit: Some } }) => shown.read.byUnit.length, {
    of: 'units',
    isEmpty: true,
  }),
  list('titles', (shown: { read: { bySport: Some } }) => shown.read.bySport.length, {
    of: 'sports',
    isEmpty: true,
  }),
  list('titles', (shown: { read: { byStage: Some } }) => shown.read.byStage.length, {
    of: 'stages',
    isEmpty: true,
  }),
  list('titles', (shown: { read: { trajectory: Some } }) => shown.read.trajectory.length, {
    of: 'trajectory',
  }),
  list('titles/:id', (shown: { line: object }) => [shown.line].length, { of: 'title' }),
  list('titles/:id', (shown: { life: { reviews: Some } }) => shown.life.reviews.length, {
    ...{ of: 'reviews', isEmpty: true },
  }),
  list('titles/:id', (shown: { life: { reports: Some } }) => shown.life.reports.length, { of: 'reports' }),
  list('titles/:id', (shown: { suspensions: Some }) => shown.suspensions.length, {
    ...{ of: 'suspensions', isEmpty: true },
  }),
  list('titles/indicators', (shown: { indicators: Some }) => shown.indicators.length),
  list('titles/batches', (shown: { batches: Some }) => shown.batches.length),
  list('titles/batches/:id', (shown: { batch: object }) => [shown.batch].length, { of: 'batch' }),
  list('titles/batches/:id', (shown: { quotas: Some }) => shown.quotas.length, {
    ...{ of: 'quotas', isEmpty: true },
  }),
  list('titles/batches/:id/notice', (shown: { waiting: Some }) => shown.waiting.length, {
    ...{ of: 'waiting', isEmpty: true },
  }),
  list('titles/batches/:id/notice', (shown: { notices: Some }) => shown.notices.length, { of: 'notices' }),
  list('titles/batches/:id/notice', (shown: { objections: Some }) => shown.objections.length, {
    of: 'objections',
  }),
  list('titles/batches/:id/experts', (shown: { applications: { reviews: Some }[] }) =>
    shown.applications.reduce((sum, { reviews }) => sum + Math.max(1, reviews.length), 0),
  ),
  list('titles/batches/:id/list', (shown: { schools: number }) => shown.schools, { isEmpty: true }),
  list('titles/batches/:id/scores', (shown: { rows: Some }) => shown.rows.length, { isEmpty: true }),
  list('titles/notices', (shown: { notices: Some }) => shown.notices.length),
  list('titles/reviews', (shown: { batches: { lines: Some }[] }) =>
    shown.batches.reduce((sum, { lines }) => sum + lines.length, 0),
  ),
  list('titles/applications', (shown: { rows: Some }) => shown.rows.length),
  list('titles/applications/:id', (shown: { lines: Some }) => shown.lines.length),
  list('titles/applications/:id/scores', (shown: { reviews: Some }) => shown.reviews.length, {
    of: 'progress',
  }),
  list('titles/rules', (shown: { rules: Some }) => shown.rules.length),
  list('coverage/rules', (shown: { rules: Some }) => shown.rules.length),
  list('placements/:id', (shown: { history: Some }) => shown.history.length),
  list('titles/renewals', (shown: { lists: { total: number }[] }) =>
    shown.lists.reduce((sum, { total }) => sum + total, 0),
  ),
  list('events', (shown: { coming: Some; held: Some }) => shown.coming.length + shown.held.length, {
    of: 'events',
    search: { year: '2025' },
  }),
  list('events', (shown: { byMonth: Some }) => shown.byMonth.length, {
    of: 'months',
    search: { year: '2025' },
  }),
  list('events', (shown: { bySport: Some }) => shown.bySport.length, {
    of: 'sports',
    search: { year: '2025' },
  }),
  list('events', (shown: { byUnit: Some }) => shown.byUnit.length, { of: 'units', search: { year: '2025' } }),
  list('events/calendar', (shown: { events: number }) => shown.events, { search: { month: '2025-10' } }),
  list(
    'venues',
    (shown: { lists: { lines: Some }[] }) => shown.lists.reduce((sum, { lines }) => sum + lines.length, 0),
    { isEmpty: true },
  ),
  list('venues/manage', (shown: { lines: Some }) => shown.lines.length, { of: 'open' }),
  list('venues/manage', (shown: { others: Some }) => shown.others.length, { of: 'others', isEmpty: true }),
  list(
    'recruitment',
    (shown: { counts: Record<string, number> }) =>
      Object.values(shown.counts).reduce((sum, count) => sum + count, 0),
    { of: 'posts' },
  ),
  list('recruitment', (shown: { rounds: Some }) => shown.rounds.length, { of: 'rounds' }),
  list('recruitment/posts/:id/candidates', (shown: { total: number }) => shown.total, { isEmpty: true }),
  list('matching', (shown: { proposal: { works: Some } }) => shown.proposal.works.length, {
    ...{ of: 'works', isEmpty: true },
  }),
  list('matching', (shown: { proposal: { checks: Some } }) => shown.proposal.checks.length, {
    ...{ of: 'checks', isEmpty: true },
  }),
  list('matching', (shown: { posts: Some }) => shown.posts.length, { of: 'posts' }),
  list('matching/posts/:number', (shown: { candidates: Some }) => shown.candidates.length, { isEmpty: true }),
  list('recruitment/duplicates', (shown: { pairs: Some }) => shown.pairs.length, { isEmpty: true }),
  list('recruitment/posts/:id/interviews', (shown: { slots: Some }) => shown.slots.length, { isEmpty: true }),
]
