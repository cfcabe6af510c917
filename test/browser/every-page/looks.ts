export interface Look {
  name: string
  path: string
  /** From `path` on, the page behind the first link that fits; several are followed in turn. */
  follow?: string | string[]
  /** A page beneath the one arrived at. */
  beneath?: string
}

const anEvent = 'td a[href^="/events/0"]'
const anApplication = 'th a[href^="/titles/applications/0"]'
/** From the scoring sheet of a batch. */
const toBatch: Record<string, string[]> = { experts: ['a[href$="/experts"]'], scores: [] }
const underReview = 'tr:has-text("复核中") td a[href$="/review"]'
const aPost = ['a[href^="/recruitment/posts/0"]']
const aCandidate = [...aPost, 'a[href$="/candidates"]', 'th a[href^="/recruitment/applications/0"]']

/** Who looks at which pages; nobody has not signed in. */
export const looksOf: Record<string, Look[]> = {
  nobody: [
    { name: 'front', path: '/' },
    { name: 'sign-in', path: '/sign-in' },
    { name: 'register', path: '/register' },
    { name: 'recover', path: '/recover' },
    { name: 'post-board', path: '/posts' },
    { name: 'post-board-near', path: '/posts?near=320722&within=20&sort=distance' },
    { name: 'post', path: '/posts', follow: 'article a' },
    { name: 'venues', path: '/venues' },
    { name: 'title-notices', path: '/titles/notices' },
    { name: 'title-notice', path: '/titles/notices', follow: 'a[href^="/titles/notices/0"]' },
  ],
  city: [
    { name: 'city-home', path: '/' },
    { name: 'coverage', path: '/coverage' },
    { name: 'coverage-unit', path: '/coverage/units/320722' },
    { name: 'coverage-sport', path: '/coverage/sports/football' },
    { name: 'coverage-placements', path: '/coverage/units/320722/football' },
    { name: 'coverage-rules', path: '/coverage/rules' },
    { name: 'add-placement', path: '/placements/new' },
    { name: 'placement', path: '/coverage/units/320722/football', follow: 'a[href^="/placements/0"]' },
    { name: 'compliance', path: '/compliance?period=week' },
    { name: 'compliance-unit', path: '/compliance/units/320722?period=week' },
    { name: 'titles', path: '/titles' },
    { name: 'titles-leaving', path: '/titles?which=leaving' },
    { name: 'title', path: '/titles', follow: 'th a[href^="/titles/0"]' },
    { name: 'end-title', path: '/titles', follow: 'th a[href^="/titles/0"]', beneath: 'end' },
    { name: 'titles-rules', path: '/titles/rules' },
    { name: 'indicators', path: '/titles/indicators' },
    { name: 'batches', path: '/titles/batches' },
    { name: 'prepare-batch', path: '/titles/batches/new' },
    { name: 'title-applications', path: '/titles/applications' },
    { name: 'title-application', path: '/titles/applications', follow: anApplication },
    ...['experts', 'scores'].map(page => ({
      name: `batch-${page}`,
      path: '/titles/batches',
      follow: 'th a[href^="/titles/batches/0"]',
      beneath: page,
    })),
    ...['experts', 'scores'].map(page => ({
      name: `scored-batch-${page}`,
      path: '/titles/applications?state=EXPERT_REVIEW',
      follow: [anApplication, 'a[href$="/scores"]', 'nav a[href$="/scores"]', ...(toBatch[page] ?? [])],
    })),
    {
      name: 'title-scores',
      path: '/titles/applications?state=EXPERT_REVIEW',
      follow: [anApplication, 'a[href$="/scores"]'],
    },
    { name: 'schools', path: '/registry/schools' },
    { name: 'import', path: '/import' },
    { name: 'imports', path: '/imports' },
    { name: 'sports', path: '/registry/sports' },
    { name: 'units', path: '/registry/units' },
    { name: 'duplicates', path: '/recruitment/duplicates' },
    { name: 'daily-hour', path: '/settings/daily-hour' },
    { name: 'accounts', path: '/admin/accounts' },
    { name: 'create-account', path: '/admin/accounts/new' },
    { name: 'not-found', path: '/nowhere' },
  ],
  donghai: [
    { name: 'unit-home', path: '/' },
    { name: 'notices', path: '/notices' },
    { name: 'matching', path: '/matching' },
    {
      name: 'recommend-school',
      path: '/titles/applications?state=SUBMITTED',
      follow: anApplication,
      beneath: 'recommend',
    },
    { name: 'unit-renewals', path: '/titles/renewals' },
    { name: 'decide-report', path: '/titles/renewals?which=waiting', follow: 'td a[href$="/decide"]' },
    { name: 'exemptions', path: '/exemptions' },
    { name: 'recruitment', path: '/recruitment' },
    { name: 'announce-round', path: '/recruitment/rounds/new' },
    { name: 'change-round', path: '/recruitment', follow: 'a[href^="/recruitment/rounds/0"]' },
    { name: 'recruitment-post', path: '/recruitment', follow: 'a[href^="/recruitment/posts/0"]' },
    { name: 'coaches', path: '/coaches' },
    { name: 'coach', path: '/coaches?kind=COACH', follow: 'th a[href^="/coaches/0"]' },
    { name: 'add-coach', path: '/coaches/new' },
    { name: 'entry-checks', path: '/entry-checks' },
    { name: 'entry-check', path: '/entry-checks', follow: 'th a[href^="/entry-checks/0"]' },
    {
      name: 'candidates',
      path: '/recruitment?status=published',
      follow: [...aPost, 'a[href$="/candidates"]'],
    },
    {
      name: 'interviews',
      path: '/recruitment?status=published',
      follow: [...aPost, 'a[href$="/candidates"]', 'a[href$="/interviews"]'],
    },
    { name: 'candidate', path: '/recruitment?status=published', follow: aCandidate },
    ...['score', 'check', 'contact'].map(page => ({
      name: `candidate-${page}`,
      path: '/recruitment?status=published',
      follow: aCandidate,
      beneath: page,
    })),
    { name: 'calendar', path: '/calendar' },
    {
      name: 'school',
      path: '/registry/schools',
      follow: 'td a[href^="/registry/schools/"], th a[href^="/registry/schools/"]',
    },
  ],
  school: [
    { name: 'week', path: '/week' },
    { name: 'school-month', path: '/week', follow: 'a[href*="/compliance?period=month"]' },
    { name: 'school-day', path: '/week', follow: 'a[href*="/days/"]' },
    { name: 'timetable', path: '/week', follow: 'a[href*="/timetable?day="]' },
    { name: 'school-import', path: '/import' },
    { name: 'upload-links-none', path: '/upload-links' },
    { name: 'make-upload-link', path: '/upload-links/new' },
    { name: 'draft-post', path: '/recruitment', follow: 'a[href*="/posts/new"]' },
    { name: 'school-post', path: '/recruitment?status=draft', follow: 'a[href^="/recruitment/posts/0"]' },
    ...['edit', 'files'].map(page => ({
      name: `title-application-${page}`,
      path: '/titles/applications',
      follow: anApplication,
      beneath: page,
    })),
    { name: 'school-coaches', path: '/coaches' },
    { name: 'no-permission', path: '/coverage' },
  ],
  athlete: [
    { name: 'applicant-home', path: '/' },
    { name: 'posts-for-you', path: '/posts-for-you' },
    { name: 'my-applications', path: '/applications' },
    { name: 'profile', path: '/profile' },
    ...['identity', 'contact', 'sports', 'background', 'certificates', 'documents', 'consent'].map(part => ({
      name: `profile-${part}`,
      path: `/profile/${part}`,
    })),
    { name: 'my-notices', path: '/notices' },
    { name: 'my-data', path: '/profile/data' },
    { name: 'account', path: '/account' },
    { name: 'password', path: '/account/password' },
  ],
  expert: [
    { name: 'reviews', path: '/titles/reviews' },
    { name: 'review', path: '/titles/reviews', follow: 'th a[href^="/titles/reviews/0"]' },
  ],
  auditor: [{ name: 'audit', path: '/admin/audit' }],
  admin: [
    { name: 'events', path: '/events' },
    { name: 'event-calendar', path: '/events/calendar' },
    { name: 'add-event', path: '/events/new' },
    { name: 'event', path: '/events', follow: anEvent },
    { name: 'change-event', path: '/events', follow: anEvent, beneath: 'change' },
    { name: 'remove-event', path: '/events', follow: anEvent, beneath: 'remove' },
    { name: 'words', path: '/words' },
    { name: 'change-word', path: '/words', follow: 'a[href^="/words/"][href$="/change"]' },
    { name: 'manage-venues', path: '/venues/manage' },
    { name: 'add-venue', path: '/venues/new' },
    { name: 'change-venue', path: '/venues/manage', follow: 'a[href^="/venues/0"][href$="/change"]' },
    { name: 'close-venue', path: '/venues/manage', follow: 'a[href^="/venues/0"][href$="/close"]' },
    { name: 'renewals', path: '/titles/renewals' },
    { name: 'renewals-reports', path: '/titles/renewals?which=reports' },
    { name: 'title-review', path: '/titles/renewals?which=renewals', follow: underReview },
    ...['renew', 'suspend', 'revoke', 'expire'].map(conclusion => ({
      name: `conclude-${conclusion}`,
      path: '/titles/renewals?which=renewals',
      follow: [underReview, `a[href$="/conclude/${conclusion}"]`],
    })),
  ],
}
