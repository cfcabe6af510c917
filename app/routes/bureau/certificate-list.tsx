import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { batchText } from '#app/features/designation/batch.text.ts'
import { noticeText as text } from '#app/features/title-applications/notice.text.ts'
import { BesidePaper, CertificateList } from '#app/features/title-applications/notice-paper.tsx'
import { readCertificateLists } from '#app/features/title-applications/read-notices.server.ts'
import { parseParams, parseSearch } from '#app/http/params.ts'
import { forbidden, notFound } from '#app/http/responses.ts'
import { useSay } from '#app/i18n/use-say.ts'
import { Notice, Page } from '#app/ui/page.tsx'
import { db } from '#db/index.server.ts'

const Params = z.object({ id: z.string().length(26) })
const Search = z.object({ named: z.literal('1').optional() })

/** The schools named in a batch as the annex of each document: published, so whole for whoever sees titles at all. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.seeTitles(actor)) throw forbidden()
  const read = await readCertificateLists(db, parseParams(params, Params).id)
  if (read === null) throw notFound()
  return { ...read, named: parseSearch(request, Search).named === '1' }
}

export default function CertificateListPage() {
  const { batch, schools, lists, named } = useLoaderData<typeof loader>()
  const t = useSay()
  return (
    <Page
      exports
      title={t(text.list)}
      crumbs={[
        { to: '/titles/batches', label: t(batchText.title) },
        { to: `/titles/batches/${batch.id}`, label: batch.name, lang: 'zh-CN' },
      ]}
      answer={t(text.listAnswer, { schools })}
      isOnScreenOnly
    >
      <BesidePaper>
        {named && <Notice kind="done">{t(text.named)}</Notice>}
        {schools > 0 && <p>{t(text.print)}</p>}
      </BesidePaper>
      {lists.map(list => (
        <CertificateList key={`${list.namedOn} ${list.document}`} {...list} />
      ))}
    </Page>
  )
}
