import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { inCity, now, today } from '#app/calendar-day.ts'
import { importsText, sheetTitles } from '#app/features/imports/imports.text.ts'
import { problemMessage } from '#app/features/imports/problem-message.ts'
import { admitAttempt } from '#app/features/upload-links/admit-attempt.server.ts'
import { ClosedLinkPage, closedStatus } from '#app/features/upload-links/closed-link.tsx'
import { LinkFacts } from '#app/features/upload-links/link-facts.tsx'
import { openLink } from '#app/features/upload-links/open-link.server.ts'
import { previewThroughLink } from '#app/features/upload-links/preview-through-link.server.ts'
import { type ClosedLink, uploadLinksText } from '#app/features/upload-links/upload-links.text.ts'
import { enteredIn } from '#app/http/forms.server.ts'
import { parseSearch } from '#app/http/params.ts'
import { badRequest } from '#app/http/responses.ts'
import { readUpload } from '#app/http/uploads.server.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { say } from '#app/i18n/text.ts'
import { useSay } from '#app/i18n/use-say.ts'
import { refusalMessage } from '#app/spreadsheet/workbook.text.ts'
import { streamLimits } from '#app/spreadsheet/workbook.ts'
import button from '#app/ui/button.module.css'
import { Field } from '#app/ui/field.tsx'
import { Notice, Page, Section } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

const Search = z.object({ replaces: z.string().length(26).optional() })

export const headers = () => ({ 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' })

/** Where a link leads: what it is for, the template, and a file to choose. Nobody signs in here. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { replaces = '' } = parseSearch(request, Search)
  const token = params.token ?? ''
  const asked = { today: today(), now: now(), client: context.client ?? '' }
  const answer = await openLink(db, token, asked)
  if (!answer.ok) return isClosed(answer.refusal)
  const { link, state, school } = answer.opened
  if (state !== 'open') return isClosed(state)
  const { label, sheet, firstDay, lastDay, confirms, usesAllowed, uses, expiresAt } = link
  const facts = { label, confirms, usesLeft: usesAllowed - uses, until: inCity(expiresAt) }
  return data({
    closed: null,
    ...{ token, replaces, school: school.name, sheet, firstDay, lastDay, facts },
  })
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const [day, at, client] = [today(), now(), context.client ?? '']
  const locale = await localeOf(request)
  const answer = await openLink(db, params.token ?? '', { today: day, now: at, client })
  if (!answer.ok) return isClosed(answer.refusal)
  const { opened } = answer
  if (opened.state !== 'open') return isClosed(opened.state)
  if (!(await admitAttempt(db, { kind: 'upload', linkId: opened.link.id, client }, at)))
    return refused(429, [say(locale, uploadLinksText.tooOften)])
  const upload = await readUpload(request, { maxBytes: streamLimits.bytes })
  if (!upload.ok && upload.refusal === 'not-a-form') throw badRequest()
  if (!upload.ok) {
    const values = { megabytes: streamLimits.bytes / 1024 / 1024 }
    return refused(422, [refusalMessage(locale, { refusal: 'too-large', values })])
  }
  const { file, fields } = upload
  if (file === null) return refused(422, [say(locale, importsText.noFile)])
  const replaces = enteredIn(fields).replaces ?? ''
  const preview = await previewThroughLink(db, opened, { file, replaces, today: day, now: at })
  if (preview.ok) throw redirect(`/u/${params.token}/${preview.id}`)
  if ('refusal' in preview) return isClosed(preview.refusal)
  const told = preview.problems.slice(0, 50)
  return refused(
    422,
    told.map(one => `${one.sheet} ${one.cell} ${problemMessage(locale, one)}`.trim()),
  )
}

function isClosed(why: ClosedLink) {
  return data({ closed: why }, { status: closedStatus[why] })
}

function refused(status: number, problems: string[]) {
  return data({ closed: null, problems }, { status })
}

export default function UploadThroughLink() {
  const link = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useSay()
  const closed = link.closed ?? answer?.closed ?? null
  if (closed !== null || link.closed !== null) return <ClosedLinkPage why={closed ?? 'unknown'} />
  const { school, firstDay: from, lastDay: to } = link
  return (
    <Page
      title={t(uploadLinksText.uploadTitle, { sheet: t(sheetTitles[link.sheet]) })}
      answer={t(uploadLinksText.forWhom, { school, from, to })}
    >
      {answer !== undefined && answer.closed === null && (
        <Notice kind="problem">
          <p>{t(importsText.notRead)}</p>
          <ul>
            {answer.problems.map((problem, index) => (
              <li key={index}>{problem}</li>
            ))}
          </ul>
        </Notice>
      )}
      <Form method="post" encType="multipart/form-data">
        <input type="hidden" name="replaces" value={link.replaces} />
        <Field
          name="file"
          label={t(link.replaces === '' ? importsText.file : uploadLinksText.correct)}
          hint={t(importsText.fileHint)}
          type="file"
          accept=".xlsx,.xls,.et,.csv,.xlsm,.tsv"
          required
        />
        <button className={button.primary}>{t(importsText.upload)}</button>
        <p>{t(uploadLinksText.uploadHint)}</p>
      </Form>
      <Section title={t(importsText.templates)}>
        <p>
          <a className={button.button} href={`/u/${link.token}/template.xlsx`}>
            {t(uploadLinksText.template)}
          </a>
        </p>
        <p>{t(uploadLinksText.templateHint)}</p>
      </Section>
      <LinkFacts {...link.facts} />
    </Page>
  )
}
