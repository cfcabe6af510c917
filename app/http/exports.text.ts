import type { Message } from '#app/i18n/text.ts'

/** Words of what is taken out of a page as a file. */
export const exportsText = {
  export: { 'zh-CN': '导出', en: 'Export' },
  exportOf: { 'zh-CN': ({ what }) => `导出 ${what}`, en: ({ what }) => `Export ${what}` } satisfies Message<{
    what: string
  }>,
  xlsx: { 'zh-CN': 'Excel', en: 'Excel' },
  csv: { 'zh-CN': 'CSV', en: 'CSV' },
  importable: { 'zh-CN': '可再导入的表', en: 'Sheet to import again' },
  city: { 'zh-CN': '连云港', en: 'Lianyungang' },
  total: { 'zh-CN': '合计', en: 'Total' },
  system: { 'zh-CN': '连云港市青少年体育工作平台', en: 'Lianyungang Youth Sports' },
  source: {
    'zh-CN': ({ title, asOf, system, address, at }) =>
      `${title}；截至 ${asOf}；来源：${system} ${address}；导出时间 ${at}`,
    en: ({ title, asOf, system, address, at }) =>
      `${title}; as of ${asOf}; source: ${system} ${address}; exported ${at}`,
  } satisfies Message<{ title: string; asOf: string; system: string; address: string; at: string }>,
} as const
