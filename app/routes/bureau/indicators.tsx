import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { type Actor, scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { inCity, now } from '#app/calendar-day.ts'
import { designationText } from '#app/features/designation/designation.text.ts'
import {
  beginDraft,
  publishDraft,
  removeIndicator,
  type SetResult,
  saveIndicator,
} from '#app/features/designation/edit-indicators.server.ts'
import { indicatorFigures, indicatorKinds, sumOf } from '#app/features/designation/indicator.rule.ts'
import { IndicatorTable } from '#app/features/designation/indicator-table.tsx'
import { indicatorsOf, listSets } from '#app/features/designation/indicators.queries.server.ts'
import { figureWords, kindWords, indicatorsText as text } from '#app/features/designation/indicators.text.ts'
import { enteredIn, parseForm } from '#app/http/forms.server.ts'
import { parseSearch } from '#app/http/params.ts'
import { badRequest, forbidden, notFound } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { Field, LongTextField, SelectField } from '#app/ui/field.tsx'
import { Notice, Page, Section } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

const Search = z.object({ version: z.coerce.number().int().min(1).max(9999).optional() })
const code = z.string().max(8).default('')
const Change = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('begin') }),
  z.object({ intent: z.literal('publish'), source: z.string().max(200).default('') }),
  z.object({ intent: z.literal('remove'), code }),
  z.object({
    intent: z.literal('save'),
    code,
    title: z.string().max(500).default(''),
    kind: z.enum(indicatorKinds),
    most: z.coerce.number().default(0),
    how: z.string().max(2000).default(''),
    figure: z.enum(indicatorFigures).default(''),
  }),
])

/** The indicators by which schools are judged, version by version; the city drafts and publishes the next one. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.seeTitles(actor)) throw forbidden()
  const { version } = parseSearch(request, Search)
  const mayChange = can.changeTitleRules(actor)
  // A draft is the city's own until it is published.
  const sets = (await listSets(db)).filter(set => mayChange || set.publishedAt !== null)
  const shown = sets.find(set => version === undefined || set.version === version)
  if (shown === undefined) throw notFound()
  return { sets, shown, mayChange, indicators: await indicatorsOf(db, shown.id) }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.changeTitleRules(actor)) throw forbidden()
  const posted = await request.formData()
  const form = await parseForm(posted, Change, await localeOf(request))
  if (!form.ok) throw badRequest()
  const result = await carryOut(actor, form.value)
  if (result.ok) return redirect('/titles/indicators')
  return data({ refusal: result.refusal, entered: enteredIn(posted) }, { status: 422 })
}

function carryOut(actor: Actor, change: z.infer<typeof Change>): Promise<SetResult> {
  const scope = scopeOf(actor)
  switch (change.intent) {
    case 'begin':
      return beginDraft(db, scope, actor, { now: now() })
    case 'publish':
      return publishDraft(db, scope, actor, { source: change.source, now: now() })
    case 'remove':
      return removeIndicator(db, scope, actor, change.code)
    case 'save':
      return saveIndicator(db, scope, actor, change)
  }
}

export default function Indicators() {
  const { sets, shown, mayChange, indicators } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useSay()
  const isDraft = shown.publishedAt === null
  const hasDraft = sets.some(set => set.publishedAt === null)
  const entered = (name: string) => answer?.entered[name] ?? ''
  return (
    <Page
      exports
      title={t(text.title)}
      crumbs={[{ to: '/titles', label: t(designationText.title) }]}
      answer={t(text.answer, {
        version: shown.version,
        sum: sumOf(indicators, 'score'),
        bonus: sumOf(indicators, 'bonus'),
      })}
      asOf={
        shown.publishedAt === null
          ? t(text.draft)
          : t(text.published, { at: inCity(shown.publishedAt).slice(0, 10), source: shown.source })
      }
      actions={
        <div className={button.row}>
          {mayChange && (
            <Link className={button.button} to="/import?sheet=indicators">
              {t(text.importExcel)}
            </Link>
          )}
          <a className={button.button} href="/exports?sheet=indicators">
            {t(text.exportExcel)}
          </a>
        </div>
      }
    >
      {answer !== undefined && <Notice kind="problem">{t(text.refusal[answer.refusal])}</Notice>}
      <IndicatorTable indicators={indicators} isEditable={isDraft && mayChange} />
      {mayChange && !hasDraft && (
        <Form method="post">
          <button className={button.primary} name="intent" value="begin">
            {t(text.begin)}
          </button>
        </Form>
      )}
      {mayChange && isDraft && (
        <Section title={t(text.edit)}>
          <Form method="post">
            <Field
              name="code"
              label={t(text.code)}
              hint={t(text.codeHint)}
              defaultValue={entered('code')}
              required
            />
            <Field
              name="title"
              label={t(text.indicator)}
              defaultValue={entered('title')}
              maxLength={120}
              required
            />
            <SelectField name="kind" label={t(text.kind)} defaultValue={entered('kind') || 'score'}>
              {indicatorKinds.map(kind => (
                <option key={kind} value={kind}>
                  {t(kindWords[kind])}
                </option>
              ))}
            </SelectField>
            <Field
              name="most"
              type="number"
              min={0}
              max={100}
              label={t(text.most)}
              defaultValue={entered('most')}
            />
            <LongTextField name="how" label={t(text.how)} defaultValue={entered('how')} maxLength={400} />
            <SelectField name="figure" label={t(text.figure)} defaultValue={entered('figure')}>
              {indicatorFigures.map(figure => (
                <option key={figure} value={figure}>
                  {t(figureWords[figure])}
                </option>
              ))}
            </SelectField>
            <button className={button.primary} name="intent" value="save">
              {t(text.save)}
            </button>
          </Form>
        </Section>
      )}
      {mayChange && isDraft && (
        <Section title={t(text.publish)}>
          <Form method="post">
            <Field
              name="source"
              label={t(text.source)}
              defaultValue={entered('source')}
              maxLength={200}
              required
            />
            <button className={button.primary} name="intent" value="publish">
              {t(text.publish)}
            </button>
          </Form>
        </Section>
      )}
      <Section title={t(text.versions)}>
        <ul>
          {sets.map(set => (
            <li key={set.id}>
              <Link
                to={`/titles/indicators?version=${set.version}`}
              >{`${t(text.version)} ${set.version}`}</Link>{' '}
              {set.publishedAt === null
                ? t(text.draft)
                : t(text.published, { at: inCity(set.publishedAt).slice(0, 10), source: set.source })}
            </li>
          ))}
        </ul>
      </Section>
    </Page>
  )
}
