import type { DesignationLevel } from '#db/tables.ts'

/** The titles by their full names. */
export const titleNames = {
  NATIONAL: '全国体育传统特色学校',
  PROVINCIAL: '江苏省体育传统特色学校',
  CITY: '连云港市体育传统特色学校',
  COUNTY: '县级体育传统特色学校',
} satisfies Record<DesignationLevel, string>

/** The words of the official papers: Chinese whoever asks for them. */
export const noticePaper = {
  heading: (title: string) => `关于拟命名“${title}”的公示`,
  lead: ({ document, batch, title, schools }: { [key: string]: string | number }) =>
    `根据${document}文件要求，经学校申报、县区推荐、专家评审，现将${batch}拟命名为“${title}”的 ${schools} 所学校予以公示。`,
  window: ({ from, to, days }: { from: string; to: string; days: number }) =>
    `公示时间：${from}至${to}（${days} 个工作日）。公示期间，如对公示学校有异议，请以真实姓名向联系单位反映，或在本公示网页提出，并写明事实和依据。`,
  channel: (channel: string) => `公示渠道：${channel}`,
  contact: (contact: string) => `联系单位：${contact}`,
  list: (title: string) => `${title}命名名单`,
  ofDocument: (document: string) => `（${document}）`,
  columns: {
    number: '序号',
    unit: '单位',
    school: '学校',
    sports: '传统项目',
    certificate: '证书编号',
  },
  total: '合计',
  totals: ({ schools, sports }: { schools: number; sports: number }) => `${schools} 所学校，${sports} 个项目`,
  day: (day: string) => {
    const [year, month, date] = day.split('-').map(Number)
    return `${year}年${month}月${date}日`
  },
  annex: '附件',
} as const
