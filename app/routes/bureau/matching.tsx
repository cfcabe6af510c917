import type { LoaderFunctionArgs } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { today } from '#app/calendar-day.ts'
import { matchingText } from '#app/features/matching/matching.text.ts'
import { CheckList, ProposalTable } from '#app/features/matching/proposal-table.tsx'
import { readMatching } from '#app/features/matching/read-matching.server.ts'
import { recruitmentText } from '#app/features/posts/posts.text.ts'
import { parseSearch } from '#app/http/params.ts'
import { forbidden, notFound } from '#app/http/responses.ts'
import { useLocale, useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { SelectField } from '#app/ui/field.tsx'
import { EmptyState, Page, Section } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

const Search = z.object({ unit: z.string().max(8).optional() })

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.seeMatching(actor)) throw forbidden()
  const { unit } = parseSearch(request, Search)
  const page = await readMatching(db, scopeOf(actor), { unitCode: unit, asOf: today() })
  if (page === null) throw notFound()
  const { posts, ...shown } = page
  return { ...shown, posts: posts.map(({ number, title }) => ({ number, title })) }
}

export default function Matching() {
  const { proposal, posts, units, unitCode } = useLoaderData<typeof loader>()
  const t = useSay()
  const isEnglish = useLocale() === 'en'
  return (
    <Page
      exports={{
        lists: [
          { of: 'works', label: t(matchingText.proposal) },
          { of: 'checks', label: t(matchingText.checks) },
          { of: 'posts', label: t(recruitmentText.posts) },
        ],
      }}
      title={t(matchingText.title)}
      answer={t(matchingText.proposalAnswer, {
        open: proposal.open,
        works: proposal.works.length,
        ...proposal.cells,
      })}
      asOf={t(matchingText.proposalMeans)}
    >
      {units.length > 1 && (
        <Form>
          <SelectField name="unit" label={t(matchingText.unit)} defaultValue={unitCode}>
            {units.map(unit => (
              <option key={unit.code} value={unit.code}>
                {isEnglish ? unit.nameEn : unit.name}
              </option>
            ))}
          </SelectField>
          <button className={button.button}>{t(matchingText.show)}</button>
        </Form>
      )}
      {proposal.checks.length > 0 && (
        <Section title={t(matchingText.checks)}>
          <CheckList checks={proposal.checks} />
        </Section>
      )}
      <Section title={t(matchingText.proposal)}>
        {!proposal.isBest && <p>{t(matchingText.maybeNotBest)}</p>}
        {proposal.works.length === 0 ? (
          <EmptyState>{t(matchingText.noProposal)}</EmptyState>
        ) : (
          <ProposalTable works={proposal.works} />
        )}
      </Section>
      <Section title={t(matchingText.posts)}>
        {posts.length === 0 ? (
          <EmptyState>{t(matchingText.noPosts)}</EmptyState>
        ) : (
          <ul>
            {posts.map(post => (
              <li key={post.number}>
                <Link to={`/matching/posts/${post.number}`}>
                  {post.title} {post.number}
                </Link>
              </li>
            ))}
          </ul>
        )}
      </Section>
    </Page>
  )
}
