/** The day on which sites under test live: a Wednesday of September 2025, at 10 in the morning of the city. */
export const siteDay = '2025-09-24'
export const siteClock = `${siteDay}T02:00:00.000Z`

/** The first day of that week. */
export const siteMonday = '2025-09-22'

/**
 * What a site's database holds: nothing, a few schools with somebody of each role, those with one to be visited for a
 * title, those with a batch whose schools are short-listed, or the demo city.
 */
export type Prepared = 'empty' | 'few-schools' | 'school-to-visit' | 'short-listed' | 'demo-city'

/** The password of everybody on a prepared site; of the demo city's own accounts too. */
export const sitePassword = 'Haizhou-2026'
