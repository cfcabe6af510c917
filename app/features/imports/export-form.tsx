import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import field from '#app/ui/field.module.css'
import { Field, SelectField } from '#app/ui/field.tsx'
import type { ExportedSheet } from './importable.rule.ts'
import { importsText, sheetTitles } from './imports.text.ts'

/** What stands, as a sheet that can be imported again; the days matter to logs, timetables, exemptions and the calendar. */
export function ExportForm({ sheets }: { sheets: readonly ExportedSheet[] }) {
  const t = useSay()
  return (
    <form method="get" action="/exports">
      <div className={field.filters}>
        <SelectField name="sheet" id="export-sheet" label={t(importsText.sheetToExport)}>
          {sheets.map(sheet => (
            <option key={sheet} value={sheet}>
              {t(sheetTitles[sheet])}
            </option>
          ))}
        </SelectField>
        <Field name="from" type="date" label={t(importsText.exportFrom)} />
        <Field name="to" type="date" label={t(importsText.exportTo)} />
      </div>
      <p className={button.row}>
        <button className={button.button} name="format" value="xlsx">
          {t(importsText.exportExcel)}
        </button>
        <button className={button.button} name="format" value="csv">
          {t(importsText.exportCsv)}
        </button>
      </p>
      <p>{t(importsText.exportNote)}</p>
    </form>
  )
}
