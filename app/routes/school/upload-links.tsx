import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { can } from '#app/auth/permissions.ts'
import { scopeOf } from '#app/auth/scope.ts'
import { requireActor } from '#app/auth/session.server.ts'
import { inCity, now, today } from '#app/calendar-day.ts'
import { LinkTable } from '#app/features/upload-links/link-table.tsx'
import { linkStateOf } from '#app/features/upload-links/upload-link.rule.ts'
import {
  countLinks,
  countToConfirm,
  handedInThrough,
  listLinks,
} from '#app/features/upload-links/upload-links.queries.server.ts'
import { uploadLinksText } from '#app/features/upload-links/upload-links.text.ts'
import { parseSearch } from '#app/http/params.ts'
import { forbidden } from '#app/http/responses.ts'
import { useSay } from '#app/i18n/use-say.ts'
import button from '#app/ui/button.module.css'
import { EmptyState, Page } from '#app/ui/page.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { db } from '#db/index.server.ts'

const pageSize = 30
const Search = z.object({ page: z.coerce.number().int().min(1).max(10_000).default(1) })

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  if (!can.seeImports(actor)) throw forbidden()
  const { page } = parseSearch(request, Search)
  const [scope, asOf, at] = [scopeOf(actor), today(), now()]
  const links = await listLinks(db, scope, { asOf, limit: pageSize, offset: (page - 1) * pageSize })
  const files = await handedInThrough(
    db,
    links.map(link => link.id),
  )
  return {
    links: links.map(({ expiresAt, createdAt, ...link }) => ({
      ...link,
      state: linkStateOf({ ...link, expiresAt }, at),
      until: inCity(expiresAt),
      madeAt: inCity(createdAt),
      handedIn: files
        .filter(file => file.linkId === link.id)
        .map(file => ({ importId: file.importId, status: file.status, at: inCity(file.at) })),
    })),
    page,
    total: await countLinks(db, scope, asOf),
    toConfirm: await countToConfirm(db, scope, asOf),
    mayMake: can.makeUploadLinks(actor),
  }
}

export default function UploadLinks() {
  const { links, page, total, toConfirm, mayMake } = useLoaderData<typeof loader>()
  const t = useSay()
  const action = (
    <Link className={button.primary} to="/upload-links/new">
      {t(uploadLinksText.make)}
    </Link>
  )
  return (
    <Page
      exports
      title={t(uploadLinksText.title)}
      answer={toConfirm > 0 ? t(uploadLinksText.toConfirm, { count: toConfirm }) : t(uploadLinksText.lead)}
      actions={mayMake ? action : undefined}
    >
      {links.length === 0 ? (
        <EmptyState>{t(uploadLinksText.empty)}</EmptyState>
      ) : (
        <LinkTable links={links} mayRevoke={mayMake} />
      )}
      {total > pageSize && <Pager page={page} pageSize={pageSize} total={total} />}
    </Page>
  )
}
