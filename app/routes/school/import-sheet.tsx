import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { now, today } from '#app/calendar-day.ts'
import { ExportForm } from '#app/features/imports/export-form.tsx'
import { exportsFor, sheetsFor } from '#app/features/imports/importable.rule.ts'
import { importsText, sheetTitles } from '#app/features/imports/imports.text.ts'
import { previewImport } from '#app/features/imports/preview-import.server.ts'
import { problemMessage } from '#app/features/imports/problem-message.ts'
import { isSheetName } from '#app/features/imports/sheet-name.ts'
import { TemplateLinks } from '#app/features/imports/template-links.tsx'
import { findSchoolByCode } from '#app/features/schools/schools.queries.server.ts'
import { enteredIn } from '#app/http/forms.server.ts'
import { parseSearch } from '#app/http/params.ts'
import { badRequest, forbidden } from '#app/http/responses.ts'
import { readUpload } from '#app/http/uploads.server.ts'
import { localeOf } from '#app/i18n/locale.server.ts'
import { say } from '#app/i18n/text.ts'
import { useSay } from '#app/i18n/use-say.ts'
import { refusalMessage } from '#app/spreadsheet/workbook.text.ts'
import { streamLimits } from '#app/spreadsheet/workbook.ts'
import button from '#app/ui/button.module.css'
import { Field, SelectField } from '#app/ui/field.tsx'
import { Notice, Page, Section } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

const Search = z.object({ sheet: z.string().max(30).optional() })

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.importSheets(actor)) throw forbidden()
  const { sheet } = parseSearch(request, Search)
  const sheets = sheetsFor(actor.role)
  return {
    sheets,
    chosen: sheets.find(one => one === sheet) ?? sheets[0],
    exported: exportsFor(actor.role),
    isSchool: actor.role === 'school',
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.importSheets(actor)) throw forbidden()
  const locale = await localeOf(request)
  const upload = await readUpload(request, { maxBytes: streamLimits.bytes })
  if (!upload.ok && upload.refusal === 'not-a-form') throw badRequest()
  if (!upload.ok) {
    const values = { megabytes: streamLimits.bytes / 1024 / 1024 }
    return refused([{ where: '', message: refusalMessage(locale, { refusal: 'too-large', values }) }], {})
  }
  const entered = enteredIn(upload.fields)
  const { sheet = '', schoolCode = '' } = entered
  if (!isSheetName(sheet) || !sheetsFor(actor.role).includes(sheet)) throw forbidden()
  if (upload.file === null) return refused([{ where: '', message: say(locale, importsText.noFile) }], entered)
  const day = today()
  const scope = scopeOf(actor)
  const code = schoolCode.trim()
  const school = code === '' ? null : await findSchoolByCode(db, scope, code, day)
  if (school === undefined)
    return refused([{ where: code, message: say(locale, importsText.schoolUnknown) }], entered)
  const result = await previewImport(db, {
    sheet,
    bytes: upload.file.bytes,
    fileName: upload.file.name,
    today: day,
    now: now(),
    scope,
    actor: { id: actor.id, name: actor.name },
    schoolId: school?.id ?? actor.schoolId,
    goOn: true,
  })
  if (result.ok) throw redirect(`/imports/${result.id}`)
  const problems = result.problems.slice(0, 50).map(problem => ({
    where: `${problem.sheet} ${problem.cell}`.trim(),
    message: problemMessage(locale, problem),
  }))
  return refused(problems, entered)
}

function refused(problems: { where: string; message: string }[], entered: Record<string, string>) {
  return data({ problems, entered }, { status: 422 })
}

export default function ImportSheet() {
  const { sheets, chosen, exported, isSchool } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useSay()
  return (
    <Page title={t(importsText.title)} answer={t(importsText.lead)}>
      {answer !== undefined && (
        <Notice kind="problem">
          <p>{t(importsText.notRead)}</p>
          <ul>
            {answer.problems.map((problem, index) => (
              <li key={index}>
                {problem.where} {problem.message}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <Form method="post" encType="multipart/form-data">
        {sheets.length > 1 ? (
          <SelectField
            name="sheet"
            label={t(importsText.sheet)}
            defaultValue={answer?.entered.sheet ?? chosen}
          >
            {sheets.map(sheet => (
              <option key={sheet} value={sheet}>
                {t(sheetTitles[sheet])}
              </option>
            ))}
          </SelectField>
        ) : (
          <input type="hidden" name="sheet" value={chosen} />
        )}
        {!isSchool && (
          <Field
            name="schoolCode"
            label={t(importsText.schoolCode)}
            hint={t(importsText.schoolCodeHint)}
            inputMode="numeric"
            maxLength={10}
            defaultValue={answer?.entered.schoolCode}
          />
        )}
        <Field
          name="file"
          label={t(importsText.file)}
          hint={t(importsText.fileHint)}
          type="file"
          accept=".xlsx,.xls,.et,.csv,.xlsm,.tsv"
          required
        />
        <button className={button.primary}>{t(importsText.upload)}</button>
      </Form>
      <Section title={t(importsText.templates)}>
        <TemplateLinks sheets={sheets} isSchool={isSchool} />
        {isSchool && <p>{t(importsText.templateNote)}</p>}
        <p>
          <Link to="/imports">{t(importsText.history)}</Link> <Link to="/words">{t(importsText.words)}</Link>
        </p>
      </Section>
      <Section title={t(importsText.exports)}>
        <ExportForm sheets={exported} />
      </Section>
    </Page>
  )
}
