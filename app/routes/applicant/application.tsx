import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { now } from '#app/calendar-day.ts'
import { spoken } from '#app/features/applications/application-number.rule.ts'
import { ApplicationStatus, NextWords } from '#app/features/applications/application-state.tsx'
import styles from '#app/features/applications/applications.module.css'
import { applicationText } from '#app/features/applications/applications.text.ts'
import { codeWords, eligibilityText, ruleWords } from '#app/features/applications/eligibility.text.ts'
import { readApplication } from '#app/features/applications/read-application.server.ts'
import { StepList } from '#app/features/applications/step-list.tsx'
import { parseParams, parseSearch } from '#app/http/params.ts'
import { forbidden, notFound } from '#app/http/responses.ts'
import { useLocale, useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { Facts } from '#app/ui/facts.tsx'
import { Notice, Page, Section } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

const Params = z.object({ id: z.string().length(26) })
const Search = z.object({ done: z.enum(['submitted', 'already', 'draft']).optional() })

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.applyToPosts(actor)) throw forbidden()
  const { id } = parseParams(params, Params)
  const { done } = parseSearch(request, Search)
  const application = await readApplication(db, scopeOf(actor), id, now())
  if (application === undefined) throw notFound()
  return { application, done: done ?? null }
}

export default function Application() {
  const { application, done } = useLoaderData<typeof loader>()
  const t = useSay()
  const isEnglish = useLocale() === 'en'
  const { number, state, postNumber, postTitle, unitName, unitNameEn, next, interviewPlace } = application
  const last = application.steps.at(-1)
  return (
    <Page
      title={postTitle}
      crumbs={[{ to: '/applications', label: t(applicationText.mine) }]}
      answer={<NextWords next={next} place={interviewPlace} />}
      actions={<WaysOn />}
    >
      {done !== null && <Notice kind="done">{t(applicationText.done[done])}</Notice>}
      {state === 'RETURNED' && last !== undefined && (
        <Notice kind="problem">{t(applicationText.returnedBecause, { reason: last.reason })}</Notice>
      )}
      <Facts
        facts={[
          [t(applicationText.number), <strong key="number">{spoken(number)}</strong>],
          [t(applicationText.state), <ApplicationStatus key="state" state={state} />],
          [
            t(applicationText.post),
            <Link key="post" to={`/posts/${postNumber}`}>{`${postTitle} ${postNumber}`}</Link>,
          ],
          [t(applicationText.unit), isEnglish ? unitNameEn : unitName],
        ]}
      />
      <Section title={t(applicationText.steps)}>
        <StepList steps={application.steps} />
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
          <p className={styles.text}>{application.statement}</p>
        </Section>
      )}
    </Page>
  )
}

/** To go on writing or mend, and to step back, where the state allows it. */
function WaysOn() {
  const { id, state, postNumber, mayWithdraw, next } = useLoaderData<typeof loader>().application
  const t = useSay()
  const mayWrite = state === 'RETURNED' || (state === 'DRAFT' && next.code !== 'DRAFT_LAPSED')
  return (
    <span className={button.row}>
      {mayWrite && (
        <Link className={button.primary} to={`/posts/${postNumber}/apply`}>
          {t(state === 'RETURNED' ? applicationText.mend : applicationText.goOn)}
        </Link>
      )}
      {mayWithdraw && (
        <Link className={button.danger} to={`/applications/${id}/withdraw`}>
          {t(state === 'DRAFT' ? applicationText.discard : applicationText.withdraw)}
        </Link>
      )}
    </span>
  )
}
