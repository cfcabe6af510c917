import { useLocale, useSay } from '#app/i18n/use-say.ts'
import { Field, SelectField } from '#app/ui/field.tsx'
import type { Stage } from '#db/tables.ts'
import { schoolTypes } from './school-type.rule.ts'
import { schoolsText, stageWords } from './schools.text.ts'

interface SchoolFieldsProps {
  units: { code: string; name: string; nameEn: string }[]
  /** What was entered or stands, by field. */
  values: Record<string, string | undefined>
  errors: Record<string, string | undefined>
  stages: readonly Stage[]
}

/** The facts of a school, for entering and for changing one. */
export function SchoolFields({ units, values, errors, stages }: SchoolFieldsProps) {
  const t = useSay()
  const locale = useLocale()
  const text = (name: 'code' | 'name' | 'shortName' | 'address', most: number) => (
    <Field
      name={name}
      label={t(schoolsText[name])}
      maxLength={most}
      required={name === 'name'}
      defaultValue={values[name]}
      error={errors[name]}
    />
  )
  const unitOptions = units.map(unit => (
    <option key={unit.code} value={unit.code}>
      {locale === 'en' ? unit.nameEn : unit.name}
    </option>
  ))
  return (
    <>
      {text('code', 10)}
      {text('name', 120)}
      {text('shortName', 60)}
      <SelectField
        name="type"
        label={t(schoolsText.type)}
        defaultValue={values.type ?? '211'}
        error={errors.type}
      >
        {schoolTypes.map(type => (
          <option key={type.code} value={type.code}>
            {type.code} {locale === 'en' ? type.nameEn : type.name}
          </option>
        ))}
      </SelectField>
      <fieldset>
        <legend>{t(schoolsText.stages)}</legend>
        {(Object.keys(stageWords) as Stage[]).map(stage => (
          <label key={stage}>
            <input type="checkbox" name="stages" value={stage} defaultChecked={stages.includes(stage)} />{' '}
            {t(stageWords[stage])}{' '}
          </label>
        ))}
      </fieldset>
      <SelectField
        name="unitCode"
        label={t(schoolsText.unit)}
        defaultValue={values.unitCode}
        error={errors.unitCode}
      >
        {unitOptions}
      </SelectField>
      <SelectField
        name="countsUnitCode"
        label={t(schoolsText.countsUnit)}
        defaultValue={values.countsUnitCode}
      >
        {unitOptions}
      </SelectField>
      <Field
        name="pupils"
        label={t(schoolsText.pupils)}
        type="number"
        min={0}
        max={20_000}
        defaultValue={values.pupils}
        error={errors.pupils}
      />
      {text('address', 200)}
    </>
  )
}
