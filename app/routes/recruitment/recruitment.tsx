import type { LoaderFunctionArgs } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { now, today } from '#app/calendar-day.ts'
import { duplicatePairs } from '#app/features/personal-data/duplicates.queries.server.ts'
import { duplicatesText } from '#app/features/personal-data/duplicates.text.ts'
import { PostSearch } from '#app/features/posts/post-search.ts'
import { postStatuses } from '#app/features/posts/post-state.rule.ts'
import { PostTable } from '#app/features/posts/post-table.tsx'
import { countByStatus, listPosts } from '#app/features/posts/posts.queries.server.ts'
import { postStatusWords, postText, recruitmentText } from '#app/features/posts/posts.text.ts'
import { mayAnnounce, windowState } from '#app/features/posts/round.rule.ts'
import { RoundTable } from '#app/features/posts/round-table.tsx'
import { listRounds } from '#app/features/posts/rounds.queries.server.ts'
import { parseSearch } from '#app/http/params.ts'
import { forbidden } from '#app/http/responses.ts'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import field from '#app/ui/field.module.css'
import { SelectField } from '#app/ui/field.tsx'
import { Page, Section } from '#app/ui/page.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { db } from '#db/index.server.ts'

const pageSize = 50

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.seeRecruitment(actor)) throw forbidden()
  const { status, round, page } = parseSearch(request, PostSearch)
  const scope = scopeOf(actor)
  const ofRound = round === undefined ? {} : { roundId: round }
  const offset = (page - 1) * pageSize
  const posts = await listPosts(db, scope, { ...ofRound, ...(status && { status }), limit: pageSize, offset })
  const rounds = await listRounds(db, scope, { asOf: today() })
  const mayAnnounceHere = can.announceRounds(actor)
  return {
    posts: posts.map(
      ({ id, number, title, sportName, sportNameEn, engagement, quota, schools, ...rest }) => ({
        ...{
          id,
          number,
          title,
          sportName,
          sportNameEn,
          engagement,
          quota,
          status: rest.status,
          round: rest.round,
        },
        schools: schools.map(({ name }) => ({ name })),
      }),
    ),
    counts: await countByStatus(db, scope, ofRound),
    rounds: rounds.map(one => ({
      ...one,
      state: windowState(one, now()),
      isYours: mayAnnounceHere && mayAnnounce(scope, { code: one.unitCode, isOfCity: one.isOfCity }),
    })),
    asked: { status: status ?? null, round: round ?? null, page },
    mayAnnounceHere,
    duplicates: can.mergePersons(actor) ? (await duplicatePairs(db)).length : 0,
    mayDraft: can.preparePosts(actor),
  }
}

export default function Recruitment() {
  const { posts, counts, rounds, asked, mayAnnounceHere, mayDraft, duplicates } =
    useLoaderData<typeof loader>()
  const t = useSay()
  const of = (status: (typeof postStatuses)[number]) => counts[status] ?? 0
  const total =
    asked.status === null ? postStatuses.reduce((sum, status) => sum + of(status), 0) : of(asked.status)
  return (
    <Page
      exports={{
        lists: [
          { of: 'posts', label: t(recruitmentText.posts) },
          { of: 'rounds', label: t(recruitmentText.rounds) },
        ],
      }}
      title={t(recruitmentText.title)}
      answer={t(recruitmentText.answer, {
        submitted: of('submitted'),
        published: of('published'),
        draft: of('draft') + of('returned'),
      })}
      actions={
        mayAnnounceHere && (
          <Link className={button.primary} to="/recruitment/rounds/new">
            {t(recruitmentText.announce)}
          </Link>
        )
      }
    >
      {duplicates > 0 && (
        <p>
          <Link to="/recruitment/duplicates">
            {t(duplicatesText.title)} ({duplicates})
          </Link>
        </p>
      )}
      <Section title={t(recruitmentText.rounds)}>
        <RoundTable rounds={rounds} mayDraft={mayDraft} />
      </Section>
      <Section title={t(recruitmentText.posts)}>
        <Form method="get" className={field.filters}>
          <SelectField name="round" label={t(postText.round)} defaultValue={asked.round ?? ''}>
            <option value="">{t(postText.all)}</option>
            {rounds.map(round => (
              <option key={round.id} value={round.id} lang="zh-CN">
                {round.name}
              </option>
            ))}
          </SelectField>
          <SelectField name="status" label={t(recruitmentText.status)} defaultValue={asked.status ?? ''}>
            <option value="">{t(postText.all)}</option>
            {postStatuses.map(status => (
              <option key={status} value={status}>
                {t(postStatusWords[status])}
              </option>
            ))}
          </SelectField>
          <button className={button.button}>{t(recruitmentText.show)}</button>
        </Form>
        <PostTable posts={posts} />
        {total > pageSize && <Pager page={asked.page} pageSize={pageSize} total={total} />}
      </Section>
    </Page>
  )
}
