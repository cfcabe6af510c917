import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react'
import { type ReactNode, useContext } from 'react'
import { actorOf } from './auth/session.server.ts'
import { countUnread } from './features/notices/notices.queries.server.ts'
import { localeOf } from './i18n/locale.server.ts'
import { wantsLargeType } from './i18n/preferences.server.ts'
import { LocaleContext, useSay } from './i18n/use-say.ts'
import { navigationOf } from './navigation.ts'
import { NonceContext } from './nonce.ts'
import './ui/tokens.css'
import './ui/base.css'
import { db } from '#db/index.server.ts'
import { ErrorPage } from './ui/error-page.tsx'
import { Frame } from './ui/frame.tsx'
import { uiText } from './ui/ui.text.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await actorOf(request)
  return {
    person: actor === null ? null : { name: actor.name, role: actor.role },
    locale: await localeOf(request),
    largeType: await wantsLargeType(request),
    requestId: context?.requestId,
    unread: actor === null ? 0 : await countUnread(db, actor.id),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: uiText.system[data?.locale ?? 'zh-CN'] },
]

export function Layout({ children }: { children: ReactNode }) {
  const root = useRouteLoaderData<typeof loader>('root')
  const nonce = useContext(NonceContext)
  const locale = root?.locale ?? 'zh-CN'
  return (
    <html lang={locale} data-type={root?.largeType ? 'large' : undefined}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="renderer" content="webkit" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <Meta />
        <Links />
      </head>
      <body>
        <LocaleContext.Provider value={locale}>
          <Framed root={root}>{children}</Framed>
        </LocaleContext.Provider>
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  )
}

type RootData = ReturnType<typeof useRouteLoaderData<typeof loader>>

function Framed({ root, children }: { root: RootData; children: ReactNode }) {
  const t = useSay()
  const unread = root?.unread ?? 0
  const navigation = navigationOf(root?.person?.role ?? null).map(({ to, label }) => ({
    to,
    label: to === '/notices' && unread > 0 ? `${t(label)} (${unread})` : t(label),
  }))
  return (
    <Frame person={root?.person?.name ?? null} navigation={navigation} largeType={root?.largeType ?? false}>
      {children}
    </Frame>
  )
}

export default function App() {
  return <Outlet />
}

export function ErrorBoundary() {
  const root = useRouteLoaderData<typeof loader>('root')
  return <ErrorPage error={useRouteError()} reference={root?.requestId} />
}
