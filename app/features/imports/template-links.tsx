import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { sheetTitles } from './imports.text.ts'
import { isTemplateSheet, type SheetName } from './sheet-name.ts'

/** A download for each sheet that has a template. */
export function TemplateLinks({ sheets, isSchool }: { sheets: readonly SheetName[]; isSchool: boolean }) {
  const t = useSay()
  return (
    <p className={button.row}>
      {sheets
        .filter(sheet => isTemplateSheet(sheet) && (isSchool || sheet !== 'activity-week'))
        .map(sheet => (
          <a key={sheet} className={button.button} href={`/templates/${sheet}.xlsx`}>
            {t(sheetTitles[sheet])}
          </a>
        ))}
    </p>
  )
}
