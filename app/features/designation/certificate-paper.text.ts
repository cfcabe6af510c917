/** The words of the paper itself: an official document of the city, Chinese whoever asks for it. */
export const certificatePaper = {
  heading: '证 书',
  documentTitle: (school: string, title: string) => `${title}证书（${school}）`,
  school: (school: string) => `${school}：`,
  named: (title: string) => `经评审和公示，命名你校为“${title}”。`,
  sports: (sports: string) => `传统项目：${sports}`,
  period: (from: string, to: string | null) => `有效期：自${from}起${to === null ? '' : `至${to}止`}`,
  issued: '特发此证。',
  seal: '（印章）',
  number: (number: string) => `证书编号：${number}`,
  level: (level: string) => `级别：${level}`,
  document: (document: string) => `文号：${document}`,
  between: '、',
  day: ({ year, month, date }: { year: number; month: number; date: number }) =>
    `${year}年${month}月${date}日`,
}
