import { Form } from '@remix-run/react'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { Field, SelectField } from '#app/ui/field.tsx'
import type { ProgramRule } from './program.rule.ts'
import { ruleText } from './rule.text.ts'

interface RuleFieldsProps {
  unitNames: Record<string, string>
  /** The rule whose numbers the form begins with. */
  standing: ProgramRule | undefined
  today: string
  entered: Record<string, string>
  errors: Record<string, string>
}

/** The form of a new version; what was entered stays where something is wrong with it. */
export function RuleFields({ unitNames, standing, today, entered, errors }: RuleFieldsProps) {
  const t = useSay()
  return (
    <Form method="post">
      <SelectField
        name="unitCode"
        label={t(ruleText.unit)}
        defaultValue={entered.unitCode}
        error={errors.unitCode}
      >
        <option value="">{t(ruleText.city)}</option>
        {Object.entries(unitNames).map(([code, name]) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </SelectField>
      <Field
        name="validFrom"
        type="date"
        label={t(ruleText.from)}
        defaultValue={entered.validFrom ?? today}
        error={errors.validFrom}
        required
      />
      <Field
        name="validTo"
        type="date"
        label={t(ruleText.until)}
        hint={t(ruleText.untilHint)}
        defaultValue={entered.validTo}
        error={errors.validTo}
      />
      {(['sports', 'primary', 'junior', 'senior'] as const).map(key => (
        <Field
          key={key}
          name={key}
          type="number"
          min={key === 'sports' ? 1 : 0}
          max={key === 'sports' ? 50 : 99}
          label={t(ruleText[key])}
          defaultValue={entered[key] ?? standing?.[key]}
          error={errors[key]}
          required
        />
      ))}
      <SelectField
        name="mix"
        label={t(ruleText.mix)}
        defaultValue={entered.mix ?? standing?.mix}
        error={errors.mix}
      >
        {(['warn', 'gate', 'off'] as const).map(mix => (
          <option key={mix} value={mix}>
            {t(ruleText.mixes[mix])}
          </option>
        ))}
      </SelectField>
      <YesNo name="oneStagePerSchool" label={t(ruleText.oneStage)} value={entered.oneStagePerSchool} />
      <YesNo name="vocationalCounts" label={t(ruleText.vocational)} value={entered.vocationalCounts} />
      {(['livingWindow', 'livingDays'] as const).map(key => (
        <Field
          key={key}
          name={key}
          type="number"
          min={1}
          max={60}
          label={t(ruleText[key])}
          defaultValue={entered[key] ?? standing?.[key]}
          error={errors[key]}
          required
        />
      ))}
      <Field
        name="source"
        label={t(ruleText.source)}
        defaultValue={entered.source}
        error={errors.source}
        maxLength={200}
        required
      />
      <button className={button.primary}>{t(ruleText.save)}</button>
    </Form>
  )
}

function YesNo({ name, label, value = '0' }: { name: string; label: string; value?: string }) {
  const t = useSay()
  return (
    <SelectField name={name} label={label} defaultValue={value}>
      <option value="0">{t(ruleText.no)}</option>
      <option value="1">{t(ruleText.yes)}</option>
    </SelectField>
  )
}
