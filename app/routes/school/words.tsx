import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { now, today } from '#app/calendar-day.ts'
import { vocabulariesOf } from '#app/features/imports/vocabularies.server.ts'
import { teachWord } from '#app/features/words/keep-words.server.ts'
import { showWords } from '#app/features/words/show-words.server.ts'
import { ValueField } from '#app/features/words/value-field.tsx'
import { AddWordForm, fieldOfRefusal, optionsOf } from '#app/features/words/word-form.ts'
import { wordsText as text, wordRefusal } from '#app/features/words/words.text.ts'
import { WordsTable } from '#app/features/words/words-table.tsx'
import { enteredIn, parseForm } from '#app/http/forms.server.ts'
import { parseSearch } from '#app/http/params.ts'
import { forbidden, notFound } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { Field } from '#app/ui/field.tsx'
import { EmptyState, Notice, Page, Section } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

const Search = z.object({
  done: z.enum(['saved', 'removed', 'promoted']).optional(),
  refused: z.literal('promote').optional(),
})

/** What words mean to whom: one's own, those of the owners below and above. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.seeWords(actor)) throw forbidden()
  const { done, refused } = parseSearch(request, Search)
  const vocabularies = await vocabulariesOf(db)
  const mayKeep = can.keepWords(actor)
  return {
    words: await showWords(db, scopeOf(actor), { today: today(), mayKeep }, vocabularies),
    groups: mayKeep ? optionsOf(vocabularies) : [],
    mayKeep,
    isCity: scopeOf(actor).kind === 'city',
    done: done ?? null,
    isRefused: refused !== undefined,
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.keepWords(actor)) throw forbidden()
  const locale = await localeOf(request)
  const posted = await request.formData()
  const form = await parseForm(posted, AddWordForm, locale)
  const entered = enteredIn(posted)
  if (!form.ok) return data({ errors: form.errors, entered }, { status: 422 })
  const { word, value } = form.value
  const vocabulary = (await vocabulariesOf(db))[value.kind]
  const taught = { schoolId: null, kind: value.kind, word, meaning: value.code, today: today(), now: now() }
  const result = await teachWord(db, scopeOf(actor), actor, taught, vocabulary)
  if (result.ok) return redirect('/words?done=saved')
  if (result.refusal === 'not-found') throw notFound()
  if (result.refusal === 'not-allowed') throw forbidden()
  const errors = { [fieldOfRefusal(result.refusal)]: wordRefusal(locale, result.refusal) }
  return data({ errors, entered }, { status: 422 })
}

export default function Words() {
  const { words, groups, mayKeep, isCity, done, isRefused } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useSay()
  const values: Record<string, string> = answer?.entered ?? {}
  const errors: Record<string, string> = answer?.errors ?? {}
  const lists = [
    { title: t(isCity ? text.ofCity : text.own), list: words.own },
    { title: t(text.ofUnits), list: words.ofUnits },
    { title: t(text.ofSchools), list: words.ofSchools },
    { title: t(text.wider), list: words.wider },
  ].filter(({ list }) => list.length > 0)
  const count = lists.reduce((sum, { list }) => sum + list.length, 0)
  return (
    <Page title={t(text.title)} answer={t(text.answer, { count })} actions={<WordsLinks mayKeep={mayKeep} />}>
      {done !== null && answer === undefined && <Notice kind="done">{t(text[done])}</Notice>}
      {isRefused && <Notice kind="problem">{t(text.notPromoted)}</Notice>}
      {lists.length === 0 && <EmptyState>{t(text.nothing)}</EmptyState>}
      {lists.map(({ title, list }) => (
        <Section key={title} title={title}>
          <WordsTable label={title} words={list} />
        </Section>
      ))}
      {mayKeep && (
        <Section title={t(text.add)}>
          <Form method="post">
            <Field
              name="word"
              label={t(text.word)}
              hint={t(text.wordHint)}
              defaultValue={values.word ?? ''}
              error={errors.word}
              maxLength={30}
              required
            />
            <ValueField groups={groups} defaultValue={values.value ?? ''} error={errors.value} />
            <button className={button.primary}>{t(text.save)}</button>
          </Form>
        </Section>
      )}
    </Page>
  )
}

function WordsLinks({ mayKeep }: { mayKeep: boolean }) {
  const t = useSay()
  return (
    <div className={button.row}>
      {mayKeep && (
        <Link className={button.button} to="/import?sheet=words">
          {t(text.importExcel)}
        </Link>
      )}
      {mayKeep && (
        <a className={button.button} href="/templates/words.xlsx">
          {t(text.template)}
        </a>
      )}
      <a className={button.button} href="/exports?sheet=words">
        {t(text.exportExcel)}
      </a>
    </div>
  )
}
