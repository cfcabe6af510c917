import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { importsText, sheetTitles } from './imports.text.ts'
import { isTemplateSheet, type SheetName } from './sheet-name.ts'

/** A download for each sheet that has a template. */
export function TemplateLinks({ sheets }: { sheets: readonly SheetName[] }) {
  const t = useSay()
  return (
    <p className={button.row}>
      {sheets.filter(isTemplateSheet).map(sheet => (
        <a key={sheet} className={button.button} href={`/templates/${sheet}.xlsx`}>
          {sheet === 'activity-log' ? t(importsText.templateLog) : t(sheetTitles[sheet])}
        </a>
      ))}
    </p>
  )
}
