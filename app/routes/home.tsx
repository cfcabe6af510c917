import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { actorOf } from '#app/auth/session.server.ts'
import { now, today } from '#app/calendar-day.ts'
import { ApplicantHome } from '#app/features/applications/applicant-home.tsx'
import { readApplications } from '#app/features/applications/read-application.server.ts'
import { entryCheckText } from '#app/features/instructors/entry-check.text.ts'
import { countEntryChecks } from '#app/features/instructors/list-entry-checks.server.ts'
import { countDue } from '#app/features/reevaluation/read-renewals.server.ts'
import { reevaluationText } from '#app/features/reevaluation/reevaluation.text.ts'
import { SilentSchools, UnitGaps } from '#app/features/reports/bureau-home.tsx'
import { homeText } from '#app/features/reports/home.text.ts'
import { type BureauHome, readBureauHome } from '#app/features/reports/read-bureau-home.server.ts'
import { useLocale, useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { EmptyState, Page, Section } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await actorOf(request)
  if (actor === null) return { kind: 'public' as const }
  if (actor.role === 'applicant')
    return { kind: 'applicant' as const, applications: await readApplications(db, scopeOf(actor), now()) }
  if (actor.role === 'expert') throw redirect('/titles/reviews')
  if (actor.role === 'school' && actor.schoolId !== null) throw redirect('/week')
  if (actor.role === 'school') return { kind: 'no-school' as const }
  const scope = scopeOf(actor)
  return {
    kind: 'bureau' as const,
    home: await readBureauHome(db, scope, today()),
    due: can.changeTitles(actor) ? await countDue(db, scope, today()) : null,
    checks: can.recordEntryChecks(actor) ? await countEntryChecks(db, scope, today()) : null,
  }
}

export default function Home() {
  const data = useLoaderData<typeof loader>()
  const t = useSay()
  if (data.kind === 'bureau') return <BureauPage home={data.home} checks={data.checks} due={data.due} />
  if (data.kind === 'public') return <PublicPage />
  if (data.kind === 'applicant') return <ApplicantHome applications={data.applications} />
  return (
    <Page title={t(homeText.title)} answer={t(homeText.noSchool)}>
      <Link className={button.primary} to="/account">
        {t(homeText.account)}
      </Link>
    </Page>
  )
}

function PublicPage() {
  const t = useSay()
  return (
    <Page title={t(homeText.title)} answer={t(homeText.welcome)}>
      <p>{t(homeText.about)}</p>
      <p className={button.row}>
        <Link className={button.primary} to="/sign-in">
          {t(homeText.signIn)}
        </Link>
        <Link className={button.button} to="/posts">
          {t(homeText.posts)}
        </Link>
      </p>
    </Page>
  )
}

interface BureauPageProps {
  home: BureauHome
  checks: { now: number; soon: number } | null
  due: Awaited<ReturnType<typeof countDue>> | null
}

function BureauPage({ home, checks, due }: BureauPageProps) {
  const t = useSay()
  return (
    <Page title={t(homeText.title)} answer={useAnswer(home)}>
      {home.coverage !== null && <UnitGaps units={home.coverage.units} />}
      <SilentSchools day={home.lastSchoolDay} silent={home.silent} />
      {checks !== null && checks.now + checks.soon > 0 && (
        <Section title={t(entryCheckText.title)}>
          <p>
            <Link to="/entry-checks">{t(entryCheckText.answer, checks)}</Link>
          </p>
        </Section>
      )}
      {due !== null && Object.values(due).some(count => count > 0) && (
        <Section title={t(reevaluationText.title)}>
          <p>
            <Link to="/titles/renewals">{t(reevaluationText.answer, due)}</Link>
          </p>
        </Section>
      )}
      <Section title={t(homeText.week)}>
        {home.week.classDays.expected === 0 ? (
          <EmptyState>{t(homeText.noSchoolDay)}</EmptyState>
        ) : (
          <p>
            <Link to={`/compliance?period=week&day=${home.week.to}`}>
              {t(homeText.weekAnswer, {
                from: home.week.from,
                to: home.week.to,
                floor: percent(home.week.rate.floor),
                reporting: percent(home.week.rate.reporting),
              })}
            </Link>
          </p>
        )}
      </Section>
    </Page>
  )
}

/** The sentence the officer came for: the units' verdict, or the one unit's, then who is silent. */
function useAnswer(home: BureauHome): string {
  const t = useSay()
  const locale = useLocale()
  const { coverage, silent, lastSchoolDay } = home
  const only = coverage?.units.length === 1 ? coverage.units[0] : undefined
  const sentences = [
    only !== undefined &&
      t(homeText.unitAnswer, { name: locale === 'en' ? only.nameEn : only.name, gap: only.gap }),
    coverage !== null &&
      only === undefined &&
      t(homeText.answer, {
        met: coverage.unitsMet,
        obliged: coverage.unitsObliged,
        gap: totalGap(coverage.units),
      }),
    lastSchoolDay !== null && t(homeText.silentAnswer, { ...silent, day: lastSchoolDay }),
  ]
  return sentences.filter(sentence => sentence !== false).join(locale === 'en' ? '. ' : '；')
}

function totalGap(units: readonly { gap: number }[]): number {
  return units.reduce((sum, unit) => sum + unit.gap, 0)
}

function percent(rate: number | null): string {
  return rate === null ? '—' : `${(rate * 100).toFixed(1)}%`
}
