import { sheetTitles } from '#app/features/imports/imports.text.ts'
import { useSay } from '#app/i18n/use-say.ts'
import { Field, SelectField } from '#app/ui/field.tsx'
import { lifetimes, linkSheets, longestLabel, mostUses } from './upload-link.rule.ts'
import { uploadLinksText } from './upload-links.text.ts'

export type LinkField = 'schoolCode' | 'label' | 'firstDay' | 'lastDay' | 'lifetime' | 'usesAllowed'

interface LinkFieldsProps {
  /** Whose school it is for must be said. */
  asksSchool: boolean
  entered: Partial<Record<string, string>>
  errors: Partial<Record<LinkField, string>>
}

/** For which school, sheet and days a link is, for whom, how long and how often. */
export function LinkFields({ asksSchool, entered, errors }: LinkFieldsProps) {
  const t = useSay()
  return (
    <>
      {asksSchool && (
        <Field
          name="schoolCode"
          label={t(uploadLinksText.schoolCode)}
          hint={t(uploadLinksText.schoolCodeHint)}
          inputMode="numeric"
          maxLength={10}
          required
          defaultValue={entered.schoolCode}
          error={errors.schoolCode}
        />
      )}
      <Field
        name="label"
        label={t(uploadLinksText.label)}
        hint={t(uploadLinksText.labelHint)}
        autoComplete="off"
        maxLength={longestLabel}
        required
        defaultValue={entered.label}
        error={errors.label}
      />
      <SelectField name="sheet" label={t(uploadLinksText.sheet)} defaultValue={entered.sheet}>
        {linkSheets.map(sheet => (
          <option key={sheet} value={sheet}>
            {t(sheetTitles[sheet])}
          </option>
        ))}
      </SelectField>
      <Field
        name="firstDay"
        type="date"
        label={t(uploadLinksText.firstDay)}
        required
        defaultValue={entered.firstDay}
        error={errors.firstDay}
      />
      <Field
        name="lastDay"
        type="date"
        label={t(uploadLinksText.lastDay)}
        hint={t(uploadLinksText.lastDayHint)}
        required
        defaultValue={entered.lastDay}
        error={errors.lastDay}
      />
      <SelectField
        name="lifetime"
        label={t(uploadLinksText.lifetime)}
        defaultValue={entered.lifetime}
        error={errors.lifetime}
      >
        {lifetimes.map(days => (
          <option key={days} value={days}>
            {t(uploadLinksText.lifetimeDays, { days })}
          </option>
        ))}
      </SelectField>
      <Field
        name="usesAllowed"
        type="number"
        label={t(uploadLinksText.uses)}
        hint={t(uploadLinksText.usesHint)}
        min={1}
        max={mostUses}
        required
        defaultValue={entered.usesAllowed}
        error={errors.usesAllowed}
      />
      <SelectField name="confirms" label={t(uploadLinksText.confirms)} defaultValue={entered.confirms}>
        <option value="school">{t(uploadLinksText.confirm.school)}</option>
        <option value="teacher">{t(uploadLinksText.confirm.teacher)}</option>
      </SelectField>
    </>
  )
}
