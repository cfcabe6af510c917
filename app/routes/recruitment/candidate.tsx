import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { isDay, now, today } from '#app/calendar-day.ts'
import { documentsText } from '#app/features/applicants/documents.text.ts'
import { spoken } from '#app/features/applications/application-number.rule.ts'
import { ApplicationStatus } from '#app/features/applications/application-state.tsx'
import { applicationText } from '#app/features/applications/applications.text.ts'
import { CandidateMoves } from '#app/features/applications/candidate-moves.tsx'
import { CandidatePerson } from '#app/features/applications/candidate-person.tsx'
import { codeWords, eligibilityText, ruleWords } from '#app/features/applications/eligibility.text.ts'
import { moveApplication } from '#app/features/applications/move-application.server.ts'
import { readCandidate } from '#app/features/applications/read-candidate.server.ts'
import { StepList } from '#app/features/applications/step-list.tsx'
import { wayActions } from '#app/features/applications/way.rule.ts'
import { moveRefusalWords, wayText } from '#app/features/applications/way.text.ts'
import { duplicatePairs } from '#app/features/personal-data/duplicates.queries.server.ts'
import { duplicatesText } from '#app/features/personal-data/duplicates.text.ts'
import { listSports } from '#app/features/sports/sports.queries.server.ts'
import { enteredIn, parseForm } from '#app/http/forms.server.ts'
import { parseParams, parseSearch } from '#app/http/params.ts'
import { badRequest, forbidden, notFound } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { useSay } from '#app/i18n/use-say.ts'
import { Facts } from '#app/ui/facts.tsx'
import { Notice, Page, Section } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

const Params = z.object({ id: z.string().length(26) })
const Search = z.object({ done: z.literal('1').optional() })
const day = z
  .string()
  .refine(text => text === '' || isDay(text))
  .default('')
  .transform(text => (text === '' ? null : text))
const Move = z.object({
  action: z.enum(wayActions),
  reason: z.string().max(400).default(''),
  validFrom: day,
  validTo: day,
})

/** One candidate: who it is, how the rules stood, the way so far, and what may be done now. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.seeRecruitment(actor)) throw forbidden()
  const { id } = parseParams(params, Params)
  const seesChecks = can.recordEntryChecks(actor)
  const read = await readCandidate(db, scopeOf(actor), { id, today: today(), now: now(), seesChecks })
  if (read === null) throw notFound()
  const { applicantId, ...candidate } = read
  const isEnglish = (await localeOf(request)) === 'en'
  const sports = await listSports(db)
  return {
    ...candidate,
    actions: can.preparePosts(actor) ? candidate.actions : [],
    mayUnmask: can.preparePosts(actor),
    mayScore:
      can.preparePosts(actor) && ['WRITTEN', 'SKILL_TEST', 'RESERVE'].includes(candidate.application.state),
    looksDoubled: (await duplicatePairs(db, applicantId)).length > 0,
    sportNames: Object.fromEntries(sports.map(one => [one.code, isEnglish ? one.nameEn : one.name])),
    done: parseSearch(request, Search).done === '1',
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.preparePosts(actor)) throw forbidden()
  const { id } = parseParams(params, Params)
  const posted = await request.formData()
  const form = await parseForm(posted, Move)
  if (!form.ok) throw badRequest()
  const input = { id, ...form.value, today: today(), now: now() }
  const result = await moveApplication(db, scopeOf(actor), actor, input)
  if (result.ok) return redirect(`/recruitment/applications/${id}?done=1`)
  if (result.refusal === 'not-found') throw notFound()
  if (result.refusal === 'not-allowed') throw forbidden()
  return data({ refusal: result.refusal, entered: enteredIn(posted) }, { status: 422 })
}

export default function Candidate() {
  const { application, post, person, rank, actions, looksDoubled, done } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useSay()
  return (
    <Page
      title={person.name}
      titleLang="zh-CN"
      crumbs={[{ to: `/recruitment/posts/${post.id}/candidates`, label: post.title, lang: 'zh-CN' }]}
      answer={<ApplicationStatus state={application.state} />}
    >
      {done && answer === undefined && <Notice kind="done">{t(wayText.done)}</Notice>}
      {answer !== undefined && <Notice kind="problem">{t(moveRefusalWords(answer.refusal))}</Notice>}
      {actions.includes('judge-again') && (
        <Notice kind="problem">{t(moveRefusalWords('facts-changed'))}</Notice>
      )}
      {looksDoubled && <Notice kind="problem">{t(duplicatesText.flag)}</Notice>}
      <Facts
        facts={[
          [t(applicationText.number), spoken(application.number)],
          [t(wayText.rank), rank],
        ]}
      />
      <Section title={t(wayText.handle)}>
        <CandidateMoves actions={actions} entered={answer?.entered ?? {}} />
        <FurtherWays />
      </Section>
      <Section title={t(wayText.person)}>
        <CandidatePerson person={person} sportNames={useLoaderData<typeof loader>().sportNames} />
      </Section>
      <Section title={t(documentsText.title)}>
        <DocumentLinks />
      </Section>
      {application.rules.length > 0 && (
        <Section title={t(eligibilityText.title)}>
          <Facts
            facts={application.rules.map(rule => [t(ruleWords[rule.rule]), t(codeWords[rule.code])] as const)}
          />
        </Section>
      )}
      {application.statement !== '' && (
        <Section title={t(applicationText.statement)}>
          <p>{application.statement}</p>
        </Section>
      )}
      <Section title={t(applicationText.steps)}>
        <StepList steps={application.steps} />
      </Section>
    </Page>
  )
}

function DocumentLinks() {
  const { application, documents } = useLoaderData<typeof loader>()
  const t = useSay()
  if (documents.length === 0) return <p>{t(documentsText.none)}</p>
  return (
    <ul>
      {documents.map(one => (
        <li key={one.id}>
          <a href={`/recruitment/applications/${application.id}/documents/${one.id}`}>
            {t(documentsText.kinds[one.kind as keyof typeof documentsText.kinds])}
          </a>
        </li>
      ))}
    </ul>
  )
}

/** The forms that stand on pages of their own: scores, the entry check, a number in clear. */
function FurtherWays() {
  const { application, check, agreesToCheck, mayScore, mayUnmask } = useLoaderData<typeof loader>()
  const t = useSay()
  const here = `/recruitment/applications/${application.id}`
  return (
    <ul>
      {mayScore && (
        <li>
          <Link to={`${here}/score`}>{t(wayText.enterScore)}</Link>
        </li>
      )}
      {check !== null && (
        <li>
          <Link to={`${here}/check`}>{t(wayText.check)}</Link>{' '}
          {t(agreesToCheck ? wayText.consentHeld : wayText.consentMissing)}
        </li>
      )}
      {mayUnmask && (
        <li>
          <Link to={`${here}/contact`}>{t(wayText.contact)}</Link>
        </li>
      )}
    </ul>
  )
}
