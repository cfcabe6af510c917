import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { inCity, isDay, now, today } from '#app/calendar-day.ts'
import { levelWords } from '#app/features/designation/level.text.ts'
import { AttachmentList } from '#app/features/title-applications/attachment-list.tsx'
import { titleOfCertificate } from '#app/features/title-applications/certificates.queries.server.ts'
import { moveTitleApplication } from '#app/features/title-applications/move-title-application.server.ts'
import { readTitleApplication } from '#app/features/title-applications/read-title-application.server.ts'
import { scoringText } from '#app/features/title-applications/scoring.text.ts'
import { SelfScoreTable } from '#app/features/title-applications/self-score-table.tsx'
import { titleNextWords } from '#app/features/title-applications/title-application-states.text.ts'
import { TitleApplicationStatus } from '#app/features/title-applications/title-application-status.tsx'
import styles from '#app/features/title-applications/title-applications.module.css'
import {
  titleApplicationText as text,
  titleMoveRefusalWords,
} from '#app/features/title-applications/title-applications.text.ts'
import { TitleMoves } from '#app/features/title-applications/title-moves.tsx'
import { TitleStepList } from '#app/features/title-applications/title-step-list.tsx'
import { isScored, titleActions } from '#app/features/title-applications/title-way.rule.ts'
import { enteredIn, parseForm } from '#app/http/forms.server.ts'
import { parseParams, parseSearch } from '#app/http/params.ts'
import { badRequest, forbidden, notFound } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { Facts } from '#app/ui/facts.tsx'
import { Notice, Page, Section } from '#app/ui/page.tsx'
import { SealLines } from '#app/ui/seal-lines.tsx'
import { db } from '#db/index.server.ts'

const Params = z.object({ id: z.string().length(26) })
const Search = z.object({ done: z.literal('1').optional() })
const Move = z.object({
  action: z.enum(titleActions),
  reason: z.string().max(1000).default(''),
  seenAt: z.string().max(23).default(''),
  movedAt: z.string().max(23).default(''),
  mendUntil: z
    .string()
    .refine(day => day === '' || isDay(day))
    .default('')
    .transform(day => (day === '' ? null : day)),
})

/** An application: what the school says, what was decided, and what the reader may do now. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.seeTitles(actor)) throw forbidden()
  const { id } = parseParams(params, Params)
  const asked = { id, today: today(), now: now(), locale: await localeOf(request) }
  const read = await readTitleApplication(db, scopeOf(actor), asked)
  if (read === null) throw notFound()
  const actions = can.handleTitleApplications(actor) ? read.actions : []
  const seesScores = can.publishTitles(actor) && isScored(read.application.state)
  const { certificate } = read.application
  const titleId = certificate === null ? null : await titleOfCertificate(db, certificate)
  return { ...read, actions, seesScores, titleId, done: parseSearch(request, Search).done === '1' }
}

/** After a refusal too: whoever is refused has to see how it stands now. */
export function shouldRevalidate(): boolean {
  return true
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.handleTitleApplications(actor)) throw forbidden()
  const { id } = parseParams(params, Params)
  const posted = await request.formData()
  const form = await parseForm(posted, Move, await localeOf(request))
  if (!form.ok) throw badRequest()
  const { seenAt, movedAt, ...given } = form.value
  const result = await moveTitleApplication(db, scopeOf(actor), actor, {
    ...{ ...given, id, recommendation: {} },
    ...{ seenAt: seenAt === '' ? null : seenAt, movedAt: movedAt === '' ? null : movedAt },
    ...{ today: today(), now: now() },
  })
  if (result.ok) return redirect(`/titles/applications/${id}?done=1`)
  if (result.refusal === 'not-found') throw notFound()
  if (result.refusal === 'not-allowed') throw forbidden()
  return data({ refusal: result.refusal, entered: enteredIn(posted) }, { status: 422 })
}

export default function TitleApplicationPage() {
  const read = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useSay()
  const { application, lines, sums, sportNames, attachments, recommendation, steps, actions } = read
  const isLate = read.isWritable && !read.isInTime
  return (
    <Page
      title={application.schoolName}
      titleLang="zh-CN"
      crumbs={[{ to: '/titles/applications', label: t(text.title) }]}
      answer={
        <>
          <TitleApplicationStatus state={application.state} /> {t(titleNextWords[application.state])}
        </>
      }
      exports
      actions={
        <>
          {read.isWritable && (
            <Link className={button.primary} to={`/titles/applications/${application.id}/edit`}>
              {t(text.edit)}
            </Link>
          )}
          {read.seesScores && (
            <Link className={button.button} to={`/titles/applications/${application.id}/scores`}>
              {t(scoringText.scoresOf)}
            </Link>
          )}
        </>
      }
    >
      {read.done && answer === undefined && <Notice kind="done">{t(text.done)}</Notice>}
      {answer !== undefined && <Notice kind="problem">{t(titleMoveRefusalWords[answer.refusal])}</Notice>}
      {isLate && <Notice kind="problem">{t(text.late)}</Notice>}
      <Facts
        facts={[
          [t(text.batch), application.batchName],
          [t(text.unit), application.unitName],
          [t(text.sports), sportNames.join('、')],
          [t(text.level), t(levelWords[application.level])],
          [t(text.submittedAt), application.submittedAt === null ? '' : inCity(application.submittedAt)],
          [t(text.mendUntil), application.mendUntil === null ? '' : inCity(application.mendUntil)],
          [
            t(text.certificate),
            read.titleId == null ? (
              application.certificate
            ) : (
              <a key="certificate" href={`/titles/${read.titleId}/certificate.pdf`}>
                {application.certificate}
              </a>
            ),
          ],
          [t(text.document), application.document],
        ]}
      />
      <div className={styles.doing}>
        <Section title={t(text.handle)}>
          <TitleMoves
            applicationId={application.id}
            actions={isLate ? actions.filter(one => one !== 'submit') : actions}
            entered={answer?.entered ?? {}}
            seenAt={application.updatedAt}
            movedAt={application.stateAt}
          />
        </Section>
      </div>
      {application.statement !== '' && (
        <Section title={t(text.statement)}>
          <p className={styles.statement} lang="zh-CN">
            {application.statement}
          </p>
        </Section>
      )}
      <Section title={t(text.selfScore)}>
        <SelfScoreTable lines={lines} sums={sums} />
      </Section>
      <Section title={t(text.attachments)}>
        <AttachmentList
          applicationId={application.id}
          attachments={attachments}
          isWritable={read.isWritable}
        />
        {read.isWritable && (
          <p className={button.row}>
            <Link className={button.button} to={`/titles/applications/${application.id}/files`}>
              {t(text.addAttachment)}
            </Link>
          </p>
        )}
      </Section>
      {recommendation !== null && (
        <Section title={t(text.recommendation)}>
          <Facts
            facts={[
              [t(text.position), recommendation.position],
              [t(text.opinion), recommendation.opinion],
              [t(text.educationBy), `${recommendation.educationBy} ${recommendation.educationOn}`],
              [t(text.sportsBy), `${recommendation.sportsBy} ${recommendation.sportsOn}`],
            ]}
          />
        </Section>
      )}
      <Section title={t(text.way)}>
        <TitleStepList steps={steps} />
        <p className={styles.doing}>{t(text.print)}</p>
      </Section>
      <SealLines
        places={[t(text.seals.school), t(text.seals.education), t(text.seals.sports)]}
        signed={t(text.seals.signed)}
        day={t(text.seals.day)}
      />
    </Page>
  )
}
