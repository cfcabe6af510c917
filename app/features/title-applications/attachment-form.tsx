import { Form } from '@remix-run/react'
import { filesText } from '#app/files/files.text.ts'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { Field } from '#app/ui/field.tsx'
import type { AttachmentRefusal } from './change-attachments.server.ts'
import { attachmentRefusalWords, titleApplicationText as text } from './title-applications.text.ts'

const ofWords: readonly AttachmentRefusal[] = ['description-missing', 'holds-number']

interface AttachmentFormProps {
  description: string
  refusal: AttachmentRefusal | null
  isScanning: boolean
}

/** A paper and what it proves. */
export function AttachmentForm({ description, refusal, isScanning }: AttachmentFormProps) {
  const t = useSay()
  const worded = refusal === null ? undefined : t(attachmentRefusalWords[refusal])
  const isOfWords = refusal !== null && ofWords.includes(refusal)
  return (
    <Form method="post" encType="multipart/form-data">
      <Field
        name="file"
        type="file"
        accept="application/pdf,image/jpeg,image/png,image/webp"
        label={t(text.file)}
        hint={`${t(text.fileHint)}${t(isScanning ? filesText.scanned : filesText.unscanned)}`}
        error={isOfWords ? undefined : worded}
        required
      />
      <Field
        name="description"
        label={t(text.describes)}
        hint={t(text.describesHint)}
        defaultValue={description}
        maxLength={120}
        error={isOfWords ? worded : undefined}
        required
      />
      <button className={button.primary}>{t(text.addAttachment)}</button>
    </Form>
  )
}
