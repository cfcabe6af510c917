import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { now, today } from '#app/calendar-day.ts'
import { vocabulariesOf } from '#app/features/imports/vocabularies.server.ts'
import { changeWord } from '#app/features/words/keep-words.server.ts'
import { ValueField } from '#app/features/words/value-field.tsx'
import { ChangeWordForm, optionsOf } from '#app/features/words/word-form.ts'
import { mayKeepWords } from '#app/features/words/word-permission.rule.ts'
import { findWord } from '#app/features/words/words.queries.server.ts'
import { ownerWords, wordsText as text, wordRefusal } from '#app/features/words/words.text.ts'
import { parseForm } from '#app/http/forms.server.ts'
import { parseParams } from '#app/http/params.ts'
import { forbidden, notFound } from '#app/http/responses.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { Page } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

const Params = z.object({ id: z.string().length(26) })

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.keepWords(actor)) throw forbidden()
  const word = await findWord(db, scopeOf(actor), parseParams(params, Params).id, today())
  if (word === undefined) throw notFound()
  if (!mayKeepWords(scopeOf(actor), word.owner)) throw forbidden()
  return {
    word: { word: word.word, value: `${word.kind}:${word.meaning}` },
    owner: { kind: word.owner.kind, name: word.ownerName },
    groups: optionsOf(await vocabulariesOf(db), [word.kind]),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.keepWords(actor)) throw forbidden()
  const { id } = parseParams(params, Params)
  const locale = await localeOf(request)
  const form = await parseForm(request, ChangeWordForm, locale)
  if (!form.ok) return data({ error: form.errors.value ?? '', entered: form.entered.value }, { status: 422 })
  const { kind, code } = form.value.value
  const vocabularies = await vocabulariesOf(db)
  const changed = { id, meaning: code, today: today(), now: now() }
  const result = await changeWord(db, scopeOf(actor), actor, changed, of => vocabularies[of])
  if (result.ok) return redirect('/words?done=saved')
  if (result.refusal === 'not-found') throw notFound()
  if (result.refusal === 'not-allowed') throw forbidden()
  return data({ error: wordRefusal(locale, result.refusal), entered: `${kind}:${code}` }, { status: 422 })
}

export default function ChangeWord() {
  const { word, owner, groups } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useSay()
  const whose = owner.name === '' ? t(ownerWords[owner.kind]) : owner.name
  return (
    <Page
      title={t(text.changeWord)}
      crumbs={[{ to: '/words', label: t(text.title) }]}
      answer={<span lang="zh-CN">{`${word.word} · ${whose}`}</span>}
    >
      <Form method="post">
        <ValueField groups={groups} defaultValue={answer?.entered ?? word.value} error={answer?.error} />
        <div className={button.row}>
          <button className={button.primary}>{t(text.save)}</button>
          <Link className={button.button} to="/words">
            {t(text.title)}
          </Link>
        </div>
      </Form>
    </Page>
  )
}
