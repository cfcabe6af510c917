import { type Message, plural } from '#app/i18n/text.ts'
import type { ProblemValues } from '#app/spreadsheet/reading.ts'
import { streamLimits, workbookLimits } from '#app/spreadsheet/workbook.ts'
import type { Database } from '#db/tables.ts'
import type { CommitRefusal } from './commit-import.server.ts'
import type { ImportCounts } from './import-counts.rule.ts'
import type { SheetName } from './sheet-name.ts'
import type { UndoRefusal } from './undo-import.server.ts'

const megabytesOf = ({ bytes }: { bytes: number }) => bytes / 1024 / 1024

export const sheetTitles = {
  schools: { 'zh-CN': '学校名册', en: 'Schools' },
  classes: { 'zh-CN': '班级名册', en: 'Classes' },
  placements: { 'zh-CN': '5621 布点', en: '5621 placements' },
  designations: { 'zh-CN': '体育传统特色学校', en: 'Traditional-sports schools' },
  indicators: { 'zh-CN': '评价指标', en: 'Indicators' },
  'title-applications': { 'zh-CN': '称号申报', en: 'Applications for titles' },
  venues: { 'zh-CN': '学校体育场地开放', en: 'School venues' },
  events: { 'zh-CN': '传统体育进校园', en: 'Traditional sports at school' },
  calendar: { 'zh-CN': '校历', en: 'School calendar' },
  timetable: { 'zh-CN': '课表', en: 'Timetable' },
  exemptions: { 'zh-CN': '豁免', en: 'Exemptions' },
  'coach-posts': { 'zh-CN': '教练员岗位', en: 'Coach posts' },
  scores: { 'zh-CN': '应聘成绩', en: 'Scores of candidates' },
  coaches: { 'zh-CN': '教练员名册', en: 'Roster of coaches' },
  'coach-placements': { 'zh-CN': '教练员安排', en: 'Placements of coaches' },
  words: { 'zh-CN': '词语对照', en: 'Dictionary of words' },
  'activity-log': { 'zh-CN': '体育活动台账', en: 'Activity log' },
  'activity-week': { 'zh-CN': '体育活动周表', en: 'Activity week' },
} satisfies Record<SheetName, Message>

export const statusWords = {
  reading: { 'zh-CN': '读取中', en: 'Being read' },
  preview: { 'zh-CN': '待提交', en: 'To be committed' },
  committed: { 'zh-CN': '已提交', en: 'Committed' },
  refused: { 'zh-CN': '已退回', en: 'Refused' },
  discarded: { 'zh-CN': '已放弃', en: 'Given up' },
  undone: { 'zh-CN': '已撤销', en: 'Undone' },
} satisfies Record<Database['import_run']['status'], Message>

export const verdictWords = {
  new: { 'zh-CN': '新增', en: 'New' },
  changed: { 'zh-CN': '变更', en: 'Changed' },
  unchanged: { 'zh-CN': '无变化', en: 'Unchanged' },
  rejected: { 'zh-CN': '未通过', en: 'Rejected' },
  ignored: { 'zh-CN': '忽略', en: 'Ignored' },
} satisfies Record<Exclude<keyof ImportCounts, 'read'>, Message>

export const readingWords = {
  warn: { 'zh-CN': '请核对', en: 'Please check' },
  ask: { 'zh-CN': '请确认', en: 'Please decide' },
  reject: { 'zh-CN': '不能接受', en: 'Not accepted' },
} satisfies Record<'warn' | 'ask' | 'reject', Message>

/** Problems of a file as a whole. */
export const importProblems = {
  'import.other-school': {
    'zh-CN': ({ code }) => `这是另一所学校（${code}）的模板，请下载本校模板填写后上传。`,
    en: ({ code }) => `This is the template of another school (${code}); please fill in that of your own.`,
  },
  'import.old-template': {
    'zh-CN': ({ made, now }) =>
      `这是旧版模板（第 ${made} 版，现为第 ${now} 版），已按表头读取；请核对各列，下次请下载新模板。`,
    en: ({ made, now }) =>
      `This is an old template (version ${made}, now ${now}); it was read by its headers. Please check the columns, and download the new one next time.`,
  },
  'import.newer-template': {
    'zh-CN': ({ made, now }) =>
      `这份模板比本系统的新（第 ${made} 版，本系统为第 ${now} 版），已按表头读取，请核对各列。`,
    en: ({ made, now }) =>
      `This template is newer than this system (version ${made}, here ${now}); it was read by its headers. Please check the columns.`,
  },
  'import.foreign-template': {
    'zh-CN': () => '这不是本系统的模板，已按表头读取；请核对各列，下次请下载本系统的模板填写。',
    en: () =>
      'This is no template of this system; it was read by its headers. Please check the columns, and fill in the template of this system next time.',
  },
  'import.school-unknown': {
    'zh-CN': ({ code }) => `没有标识码为 ${code} 的学校，请先登记学校。`,
    en: ({ code }) => `No school has the code ${code}; please enter the school first.`,
  },
  'import.outside-days': {
    'zh-CN': ({ day, from, to }) =>
      `${day} 不在这个上传链接的日期（${from} 至 ${to}）之内，请删去，或向学校要新的链接。`,
    en: ({ day, from, to }) =>
      `${day} is outside the days of this upload link (${from} to ${to}); please leave it out, or ask the school for another link.`,
  },
  'import.unknown': {
    'zh-CN': () => '这里有误，请核对后修改。',
    en: () => 'Something is wrong here; please check it.',
  },
} satisfies Record<string, Message<ProblemValues>>

export const commitRefusals = {
  'not-found': { 'zh-CN': '没有找到这次导入。', en: 'This import was not found.' },
  'has-problems': {
    'zh-CN': '还有未通过的行。请在下面改好，或只提交正确的行。',
    en: 'Some rows were not accepted. Please settle them below, or commit the good rows only.',
  },
  'nothing-to-commit': { 'zh-CN': '没有可以提交的行。', en: 'There is no row to commit.' },
  'no-longer-open': {
    'zh-CN': '这次导入已经放弃或退回，请重新上传。',
    en: 'This import was given up or refused; please upload the file again.',
  },
  stale: {
    'zh-CN': '预览之后数据已有变动，没有写入任何内容，请重新上传核对。',
    en: 'The data has changed since the preview. Nothing was written; please upload the file again.',
  },
  'other-work': {
    'zh-CN': '这次导入还有未了结的处理，没有提交。请等它结束，或退回预览后再提交。',
    en: 'Other work on this import has not ended, so it was not committed. Please wait for it, or go back to the preview, and commit again.',
  },
} satisfies Record<CommitRefusal, Message>

export const undoRefusals = {
  'not-found': { 'zh-CN': '没有找到这次导入。', en: 'This import was not found.' },
  'not-committed': {
    'zh-CN': '这次导入没有提交过，无需撤销。',
    en: 'This import was not committed; there is nothing to undo.',
  },
  'not-undoable': {
    'zh-CN': '这次导入没有记下恢复所需的内容，不能整体撤销，请逐项修改。',
    en: 'This import kept too little to be undone as a whole; please change it item by item.',
  },
  'not-yours': {
    'zh-CN': '其中有不归您修改的内容，没有撤销。',
    en: 'Some of it is not yours to change; nothing was undone.',
  },
  'changed-since': {
    'zh-CN': '提交之后这些数据又有变动，撤销会丢失后来的内容，所以没有撤销。',
    en: 'Some of it was changed since, and undoing would lose that. Nothing was undone.',
  },
} satisfies Record<UndoRefusal, Message>

const noFile: Message = { 'zh-CN': '请选择文件。', en: 'Please choose a file.' }

export const importsText = {
  title: { 'zh-CN': '导入表格', en: 'Import a sheet' },
  lead: {
    'zh-CN': '上传后先预览，确认无误再提交。',
    en: 'After the upload you see what would change, and then commit it.',
  },
  sheet: { 'zh-CN': '导入哪种表', en: 'Which sheet' },
  whichSheet: { 'zh-CN': '表', en: 'Sheet' },
  file: { 'zh-CN': '文件', en: 'File' },
  fileHint: {
    'zh-CN': `.xlsx、.xls、.et 或 .csv，不超过 ${megabytesOf(workbookLimits)} MB；.xlsx、.csv 的活动记录不超过 ${megabytesOf(streamLimits)} MB`,
    en: `.xlsx, .xls, .et or .csv, at most ${megabytesOf(workbookLimits)} MB; activity logs as .xlsx or .csv at most ${megabytesOf(streamLimits)} MB`,
  },
  schoolCode: { 'zh-CN': '学校标识码', en: 'School code' },
  schoolCodeHint: {
    'zh-CN': '文件里没有写学校时填写',
    en: 'When the file does not say which school it is',
  },
  schoolUnknown: {
    'zh-CN': '您管理的学校中没有这个标识码。',
    en: 'No school of yours has this code.',
  },
  upload: { 'zh-CN': '上传并预览', en: 'Upload and preview' },
  uploadAgain: { 'zh-CN': '重新上传', en: 'Upload again' },
  noFile,
  templates: { 'zh-CN': '下载模板', en: 'Download a template' },
  templateNote: {
    'zh-CN': '模板已填好本校班级和下一周的上课日，只需填时长。',
    en: 'It already holds your classes and the school days of the coming week; fill in the minutes.',
  },
  notRead: { 'zh-CN': '文件没有读入，数据没有变动。', en: 'The file was not read; nothing has changed.' },
  preview: { 'zh-CN': '导入预览', en: 'Preview of the import' },
  past: { 'zh-CN': '导入结果', en: 'Import' },
  counts: {
    'zh-CN': c =>
      `读到 ${c.read} 行：新增 ${c.new}，变更 ${c.changed}，无变化 ${c.unchanged}，未通过 ${c.rejected}，忽略 ${c.ignored}。`,
    en: c =>
      `${c.read} ${plural(c.read, 'row', 'rows')} read: ${c.new} new, ${c.changed} changed, ${c.unchanged} unchanged, ${c.rejected} rejected, ${c.ignored} ignored.`,
  } satisfies Message<ImportCounts>,
  problems: {
    'zh-CN': ({ count }) => `需要处理的单元格（${count}）`,
    en: ({ count }) => `Cells to look at (${count})`,
  } satisfies Message<{ count: number }>,
  neverRead: {
    'zh-CN': '没有读完就放弃了，数据没有变动。',
    en: 'It was given up before it was read; nothing has changed.',
  },
  problemsTold: {
    'zh-CN': ({ count }) => `检查时提示过的单元格（${count}）`,
    en: ({ count }) => `Cells that were pointed out (${count})`,
  } satisfies Message<{ count: number }>,
  allowed: {
    'zh-CN': ({ what }) => `可填：${what}`,
    en: ({ what }) => `What it takes: ${what}`,
  } satisfies Message<{ what: string }>,
  earlier: {
    'zh-CN': ({ when, who }) => `这个文件已由${who}于 ${when} 导入过，没有撤销。再次提交不会重复写入。`,
    en: ({ when, who }) =>
      `${who} imported this very file on ${when}, and it was not undone. Committing it again writes nothing twice.`,
  } satisfies Message<{ when: string; who: string }>,
  seeEarlier: { 'zh-CN': '查看那次导入', en: 'See that import' },
  where: { 'zh-CN': '位置', en: 'Where' },
  header: { 'zh-CN': '列', en: 'Column' },
  stood: { 'zh-CN': '原内容', en: 'What stands there' },
  what: { 'zh-CN': '说明', en: 'What is wrong' },
  candidates: { 'zh-CN': '可能是', en: 'Perhaps' },
  reading: { 'zh-CN': '结论', en: 'Verdict' },
  rows: { 'zh-CN': '逐行核对', en: 'Row by row' },
  row: { 'zh-CN': '行', en: 'Row' },
  verdict: { 'zh-CN': '结果', en: 'Result' },
  changedFrom: { 'zh-CN': '原为', en: 'was' },
  changedTo: { 'zh-CN': '改为', en: 'becomes' },
  why: { 'zh-CN': '原因', en: 'Why' },
  repeated: { 'zh-CN': '与上文完全相同', en: 'The same as a row above' },
  notARecord: { 'zh-CN': '不是数据行', en: 'No row of data' },
  noneGood: {
    'zh-CN': '还没有可以提交的变化，请先处理未通过的行。',
    en: 'Nothing can be committed yet: settle the rows that were not taken first.',
  },
  allGood: { 'zh-CN': '没有需要提交的变化。', en: 'There is nothing to change.' },
  rejectedRow: { 'zh-CN': '见上面的问题', en: 'See the problems above' },
  commit: { 'zh-CN': '提交', en: 'Commit' },
  commitGood: { 'zh-CN': '只提交正确的行', en: 'Commit the good rows only' },
  discard: { 'zh-CN': '放弃', en: 'Give up' },
  workWaits: { 'zh-CN': '文件较大，正在排队。', en: 'A long file; its turn comes in a moment.' },
  readingRows: {
    'zh-CN': ({ done }: ProblemValues) => `正在读取，已读 ${done} 行。`,
    en: ({ done }: ProblemValues) => `Reading: ${done} rows so far.`,
  },
  readingAgain: {
    'zh-CN': ({ done }: ProblemValues) => `您的修改已保存，正在重新检查，已读 ${done} 行。`,
    en: ({ done }: ProblemValues) => `Your answers are kept; the file is checked again: ${done} rows so far.`,
  },
  comparingRows: {
    'zh-CN': ({ done, of }: ProblemValues) => `正在与现有数据核对，已完成 ${done} / ${of} 行。`,
    en: ({ done, of }: ProblemValues) => `Comparing with what stands: ${done} of ${of} rows.`,
  },
  committing: { 'zh-CN': '正在提交，要么全部写入，要么全不写入。', en: 'Being committed: all rows or none.' },
  secondsLeft: {
    'zh-CN': ({ seconds }: ProblemValues) => `大约还需 ${seconds} 秒。`,
    en: ({ seconds }: ProblemValues) => `About ${seconds} s to go.`,
  },
  mayLeave: {
    'zh-CN': '可以离开本页，稍后从导入记录回来看结果。',
    en: 'You may leave this page and come back to it from the history of imports.',
  },
  serverAway: {
    'zh-CN': '暂时连不上服务器，正在重试；连上后会自动继续。',
    en: 'The server cannot be reached just now; this page keeps trying and goes on by itself.',
  },
  readFailed: {
    'zh-CN': '这个文件没能读完，数据没有任何变化。请放弃后重新上传，仍不行请联系管理员。',
    en: 'The file could not be read to its end; nothing was changed. Give up and upload it again, or ask an administrator.',
  },
  readAgainFailed: {
    'zh-CN':
      '没能重新检查完，您的修改都保留着，数据没有任何变化。请重新检查，或改了再查；仍不行请联系管理员。',
    en: 'The file could not be checked again to its end; your answers are kept and nothing was changed. Check it again, or ask an administrator.',
  },
  readAgain: { 'zh-CN': '重新检查', en: 'Check again' },
  commitFailed: {
    'zh-CN': '没能提交，数据没有任何变化。可能有人同时改动了这些数据：请回到预览，重新上传后再提交。',
    en: 'It could not be committed; nothing was changed. Perhaps somebody changed the data meanwhile: go back to the preview, or upload the file again.',
  },
  backToPreview: { 'zh-CN': '回到预览', en: 'Back to the preview' },
  committed: { 'zh-CN': '已提交，数据已经更新。', en: 'Committed; the data is up to date.' },
  undo: { 'zh-CN': '撤销这次导入', en: 'Undo this import' },
  undone: {
    'zh-CN': '已撤销，数据回到这次导入之前。',
    en: 'Undone; the data is as it was before this import.',
  },
  laterImport: {
    'zh-CN': ({ file, actor, at }) => `后来的导入：${file}（${actor}，${at}）`,
    en: ({ file, actor, at }) => `The later import: ${file} (${actor}, ${at})`,
  } satisfies Message<{ file: string; actor: string; at: string }>,
  seePosts: { 'zh-CN': '查看岗位', en: 'See the posts' },
  seeTimetable: { 'zh-CN': '查看课表', en: 'See the timetable' },
  seeExemptions: { 'zh-CN': '查看豁免', en: 'See the exemptions' },
  seeCoaches: { 'zh-CN': '查看教练员名册', en: 'See the register of coaches' },
  next: { 'zh-CN': '接下来', en: 'What next' },
  seeWeek: { 'zh-CN': '查看这一周', en: 'See this week' },
  seeSchools: { 'zh-CN': '查看学校', en: 'See the schools' },
  seeIndicators: { 'zh-CN': '查看评价指标', en: 'See the indicators' },
  seeTitleApplications: { 'zh-CN': '查看称号申报', en: 'See the applications' },
  words: { 'zh-CN': '词语对照：上传时认得的写法', en: 'Dictionary: words known in uploads' },
  seeWords: { 'zh-CN': '查看词语对照', en: 'See the dictionary' },
  seeVenues: { 'zh-CN': '查看开放场地', en: 'See the venues' },
  seeEvents: { 'zh-CN': '查看传统体育活动', en: 'See the events' },
  seeTitles: { 'zh-CN': '查看传统特色学校', en: 'See the traditional-sports schools' },
  seeCoverage: { 'zh-CN': '查看 5621 覆盖', en: 'See 5621 coverage' },
  seeCalendar: { 'zh-CN': '查看校历', en: 'See the calendar' },
  notKept: { 'zh-CN': '文件没有保存。', en: 'The file was not kept.' },
  originalRemoved: {
    'zh-CN': '原件及其内容含个人信息，已按保存期限或本人要求删除。',
    en: 'The file and its rows named people, and were removed when their time was over or a person asked.',
  },
  original: { 'zh-CN': '下载原文件', en: 'Download the original file' },
  exports: { 'zh-CN': '导出现有数据', en: 'Export what stands' },
  sheetToExport: { 'zh-CN': '导出哪种表', en: 'Sheet to export' },
  exportFrom: { 'zh-CN': '从（日期）', en: 'From' },
  exportTo: { 'zh-CN': '到（日期）', en: 'To' },
  exportExcel: { 'zh-CN': '导出 Excel', en: 'Export to Excel' },
  exportCsv: { 'zh-CN': '导出 CSV', en: 'Export to CSV' },
  exportNote: {
    'zh-CN': '导出的表可修改后再导入；台账不填日期时为本周。',
    en: 'It can be changed and imported again. A log without dates is that of this week.',
  },
  history: { 'zh-CN': '导入记录', en: 'Imports' },
  historyEmpty: { 'zh-CN': '还没有导入过。', en: 'Nothing has been imported yet.' },
  when: { 'zh-CN': '时间', en: 'When' },
  who: { 'zh-CN': '导入人', en: 'Who' },
  school: { 'zh-CN': '学校', en: 'School' },
  status: { 'zh-CN': '状态', en: 'State' },
  all: { 'zh-CN': '全部', en: 'All' },
  days: {
    'zh-CN': ({ from, to }) => `数据日期 ${from} 至 ${to}`,
    en: ({ from, to }) => `Days ${from} to ${to}`,
  } satisfies Message<{ from: string; to: string }>,
} as const

/** Stands where a sentence names rows. */
export const someRows: Message<ProblemValues> = {
  'zh-CN': ({ rows, rowCount }) => `${rows} 等 ${rowCount}`,
  en: ({ rows, rowsNamed, rowCount }) =>
    `${String(rows).replaceAll('、', ', ')} and ${Number(rowCount) - Number(rowsNamed)} more`,
}
