import { Form } from '@remix-run/react'
import { filesText } from '#app/files/files.text.ts'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { Field } from '#app/ui/field.tsx'
import type { PictureRefusal } from './change-pictures.server.ts'
import { pictureRefusals, eventsText as text } from './events.text.ts'

interface PictureFormProps {
  description: string
  refusal: PictureRefusal | null
  isScanning: boolean
}

const ofWords: readonly PictureRefusal[] = ['description-missing', 'personal-number']

/** A picture and what it shows. */
export function PictureForm({ description, refusal, isScanning }: PictureFormProps) {
  const t = useSay()
  const worded = refusal === null ? undefined : t(pictureRefusals[refusal])
  const isOfWords = refusal !== null && ofWords.includes(refusal)
  return (
    <Form method="post" encType="multipart/form-data">
      <Field
        name="picture"
        type="file"
        accept="image/jpeg,image/png,image/webp"
        label={t(text.picture)}
        hint={`${t(text.pictureHint)}${t(isScanning ? filesText.scanned : filesText.unscanned)}`}
        error={isOfWords ? undefined : worded}
        required
      />
      <Field
        name="description"
        label={t(text.description)}
        hint={t(text.descriptionHint)}
        defaultValue={description}
        maxLength={120}
        error={isOfWords ? worded : undefined}
        required
      />
      <button className={button.primary}>{t(text.addPicture)}</button>
    </Form>
  )
}
