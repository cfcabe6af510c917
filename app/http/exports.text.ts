import type { Message } from '#app/i18n/text.ts'

/** Words of what is taken out of a page as a file. */
export const exportsText = {
  city: { 'zh-CN': '连云港', en: 'Lianyungang' },
  total: { 'zh-CN': '合计', en: 'Total' },
  source: {
    'zh-CN': ({ title, asOf, system, address, at }) =>
      `${title}；截至 ${asOf}；来源：${system} ${address}；导出时间 ${at}`,
    en: ({ title, asOf, system, address, at }) =>
      `${title}; as of ${asOf}; source: ${system} ${address}; exported ${at}`,
  } satisfies Message<{ title: string; asOf: string; system: string; address: string; at: string }>,
} as const
