import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { AccessList } from '#app/features/applicants/access-list.tsx'
import { profileText } from '#app/features/applicants/profile.text.ts'
import { ProfileFacts } from '#app/features/applicants/profile-facts.tsx'
import { readProfile } from '#app/features/applicants/read-profile.server.ts'
import { personalDataText } from '#app/features/personal-data/personal-data.text.ts'
import { listUnits } from '#app/features/regions/units.queries.server.ts'
import { listSports } from '#app/features/sports/sports.queries.server.ts'
import { parseSearch } from '#app/http/params.ts'
import { forbidden, notFound } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { Notice, Page, Section } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

const Search = z.object({ saved: z.literal('1').optional() })

/** One profile for every post: what is there, masked, and what is missing. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.keepProfile(actor)) throw forbidden()
  const profile = await readProfile(db, actor.id)
  if (profile === null) throw notFound()
  const isEnglish = (await localeOf(request)) === 'en'
  const named = (rows: { code: string; name: string; nameEn: string }[]) =>
    Object.fromEntries(rows.map(row => [row.code, isEnglish ? row.nameEn : row.name]))
  return {
    profile,
    sportNames: named(await listSports(db)),
    unitNames: named(await listUnits(db)),
    saved: parseSearch(request, Search).saved === '1',
  }
}

export default function Profile() {
  const { profile, sportNames, unitNames, saved } = useLoaderData<typeof loader>()
  const t = useSay()
  const missing = profile.missing.length
  return (
    <Page
      title={t(profileText.title)}
      answer={t(profileText.answer, { missing })}
      actions={
        missing > 0 && (
          <Link className={button.primary} to={`/profile/${profile.missing[0]}`}>
            {t(profileText.fill)}
            {': '}
            {t(profileText.parts[profile.missing[0] ?? 'identity'])}
          </Link>
        )
      }
    >
      {saved && <Notice kind="done">{t(profileText.saved)}</Notice>}
      <ProfileFacts profile={profile} sportNames={sportNames} unitNames={unitNames} />
      <Section title={t(profileText.accesses)}>
        <AccessList accesses={profile.accesses} />
      </Section>
      <p>
        <Link to="/profile/data">{t(personalDataText.title)}</Link>
      </p>
    </Page>
  )
}
