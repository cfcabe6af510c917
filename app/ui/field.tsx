import type {
  ComponentProps,
  InputHTMLAttributes,
  ReactNode,
  SelectHTMLAttributes,
  TextareaHTMLAttributes,
} from 'react'
import styles from './field.module.css'

interface FieldProps {
  name: string
  label: string
  hint?: string
  /** What is wrong with what was entered, in the reader's language. */
  error?: string
}

/** A labelled input with its hint and its mistake beside it. */
export function Field({
  name,
  label,
  hint,
  error,
  ...input
}: FieldProps & Omit<InputHTMLAttributes<HTMLInputElement>, 'name'>) {
  return (
    <Labelled name={name} label={label} hint={hint} error={error}>
      <input {...input} {...described(name, hint, error)} name={name} id={name} className={styles.input} />
    </Labelled>
  )
}

/** A labelled code with the known ones offered by name. */
export function CodeField({
  codes,
  ...field
}: ComponentProps<typeof Field> & { codes: readonly { code: string; name: string }[] }) {
  const list = `${field.name}-codes`
  return (
    <>
      <Field {...field} list={list} />
      <datalist id={list}>
        {codes.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </datalist>
    </>
  )
}

/** A labelled choice; the options are its children. */
export function SelectField({
  name,
  id = name,
  label,
  hint,
  error,
  ...select
}: FieldProps & Omit<SelectHTMLAttributes<HTMLSelectElement>, 'name'>) {
  return (
    <Labelled name={id} label={label} hint={hint} error={error}>
      <select {...select} {...described(id, hint, error)} name={name} id={id} className={styles.input} />
    </Labelled>
  )
}

/** A labelled text of several lines. */
export function TextAreaField({
  name,
  label,
  hint,
  error,
  ...area
}: FieldProps & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'name'>) {
  return (
    <Labelled name={name} label={label} hint={hint} error={error}>
      <textarea
        rows={6}
        {...area}
        {...described(name, hint, error)}
        name={name}
        id={name}
        className={styles.input}
      />
    </Labelled>
  )
}

/** A labelled box to be ticked, the label behind it. */
export function CheckField({
  name,
  label,
  hint,
  error,
  ...input
}: FieldProps & Omit<InputHTMLAttributes<HTMLInputElement>, 'name' | 'type'>) {
  return (
    <div className={styles.field}>
      <input {...input} {...described(name, hint, error)} type="checkbox" name={name} id={name} />{' '}
      <label htmlFor={name}>{label}</label>
      <Remarks name={name} hint={hint} error={error} />
    </div>
  )
}

/** A labelled text of several lines. */
export function LongTextField({
  name,
  label,
  hint,
  error,
  ...area
}: FieldProps & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'name'>) {
  return (
    <Labelled name={name} label={label} hint={hint} error={error}>
      <textarea
        rows={4}
        {...area}
        {...described(name, hint, error)}
        name={name}
        id={name}
        className={styles.input}
      />
    </Labelled>
  )
}

function Labelled({ name, label, hint, error, children }: FieldProps & { children: ReactNode }) {
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={name}>
        {label}
      </label>
      <Remarks name={name} hint={hint} />
      {children}
      <Remarks name={name} error={error} />
    </div>
  )
}

function Remarks({ name, hint, error }: Pick<FieldProps, 'name' | 'hint' | 'error'>) {
  return (
    <>
      {hint !== undefined && (
        <span className={styles.hint} id={`${name}-hint`}>
          {hint}
        </span>
      )}
      {error !== undefined && (
        <span className={styles.error} id={`${name}-error`} role="alert">
          {error}
        </span>
      )}
    </>
  )
}

function described(name: string, hint: string | undefined, error: string | undefined) {
  const ids = [hint !== undefined && `${name}-hint`, error !== undefined && `${name}-error`].filter(Boolean)
  return {
    'aria-describedby': ids.length > 0 ? ids.join(' ') : undefined,
    'aria-invalid': error !== undefined || undefined,
  }
}
