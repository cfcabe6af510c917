import { banner } from './layouts/layout.ts'
import { dateCell, paper } from './paper.ts'
import { putRows, type Registry } from './registry.ts'

const primary = '2132900001'
const junior = '3132900002'

/** The names by which the sheets below speak of what an office holds; schools.ts enters it. */
export const held = {
  post: '2026-001',
  round: '2025年公开招聘学校教练员',
  batch: '2025年第一批',
  coach: '王强',
  candidates: [
    { number: '250000000001', name: '王海燕' },
    { number: '250000000002', name: '陈静' },
    { number: '250000000003', name: '李梅' },
    { number: '250000000004', name: '周强' },
  ],
}

function venueList(): Registry {
  const sheet = paper('开放场地')
  banner(sheet, 0, '学校体育场地向社会开放情况表', 8)
  sheet.putRow(1, [
    ...['标识码', '场地', '场地类型', '平日', '双休日', '寒暑假', '收费标准', '联系电话', '起始日期'],
  ])
  putRows(sheet, 2, [
    [
      primary,
      '北操场',
      '田径场',
      '17:30-20:30',
      '8:00—11:30',
      null,
      '免费',
      '总务处 0518-87212345',
      '2025-09-01',
    ],
    [
      '同上',
      '足球场',
      '足球场',
      null,
      '08:00-11:30',
      '08:00-11:30',
      null,
      '总务处 0518-87212345',
      '2025年9月1日',
    ],
    [primary, '体育馆', '体育馆', '全天', null, null, null, '总务处 0518-87212345', '2025-09-01'],
    [primary, '泳池', '游泳池', '18:00-20:00', null, null, '20元', '李老师 13800138000', '2025-09-01'],
    [primary, '后院', '停车场', '18:00-20:00', null, null, null, '总务处 0518-87212345', '2025-09-01'],
    [primary, '器材室', '其他', null, null, null, null, '总务处 0518-87212345', '2025-09-01'],
  ])
  const of = { code: primary, contact: '总务处 0518-87212345', validFrom: '2025-09-01' }
  return {
    file: '场地开放.xlsx',
    sheet: 'venues',
    writer: 'exceljs',
    papers: [sheet],
    rows: [
      {
        ...of,
        name: '北操场',
        kind: '田径场',
        weekdayHours: '17:30-20:30',
        weekendHours: '08:00-11:30',
        fee: '免费',
      },
      { ...of, name: '足球场', kind: '足球场', weekendHours: '08:00-11:30', holidayHours: '08:00-11:30' },
    ],
    problems: [
      { sheet: '开放场地', cell: 'D5', reading: 'reject', code: 'venue.no-hours' },
      { sheet: '开放场地', cell: 'H6', reading: 'reject', code: 'venue.personal-number' },
      { sheet: '开放场地', cell: 'C7', reading: 'reject', code: 'choice.unknown' },
      { sheet: '开放场地', cell: 'D8', reading: 'reject', code: 'venue.never-open' },
    ],
  }
}

function eventList(file: string, writer: Registry['writer']): Registry {
  const sheet = paper('Sheet1')
  sheet.putRow(0, ['学校标识码', '日期', '项目', '活动名称', '班级数', '参加人数', '说明'])
  const isCut = writer === 'csv-utf8-cut'
  putRows(sheet, 1, [
    [primary, '2025-09-18', '武术', '武术进校园展演', 6, '240人', '县武术协会指导'],
    [primary, '2025.9.19', '毽球', '毽球"挑战"赛', 4, '约160', null],
    [primary, '2025-09-20', '蹴鞠', '蹴鞠体验', 2, 80, null],
    [primary, '2025-09-31', '武术', '武术操', 2, 80, null],
    [junior, '2025-09-21', '舞龙舞狮', '舞龙', 3, 120, '请了东海县文化馆'],
  ])
  const first = { code: primary, day: '2025-09-18', sport: '武术', title: '武术进校园展演' }
  const second = { code: primary, day: '2025-09-19', sport: '毽球', title: '毽球"挑战"赛' }
  const last = { code: junior, day: '2025-09-21', sport: '舞龙舞狮', title: '舞龙', note: '请了东海县文化馆' }
  return {
    file,
    sheet: 'events',
    writer,
    papers: [sheet],
    rows: [
      { ...first, classes: 6, participants: 240, note: '县武术协会指导' },
      { ...second, classes: 4, participants: 160 },
      ...(isCut ? [] : [{ ...last, classes: 3, participants: 120 }]),
    ],
    problems: [
      { sheet: 'Sheet1', cell: 'F3', reading: 'warn', code: 'count.about' },
      { sheet: 'Sheet1', cell: 'C4', reading: 'ask', code: 'placement.sport-unknown' },
      { sheet: 'Sheet1', cell: 'B5', reading: 'reject', code: 'date.no-such-day' },
      ...(isCut ? [{ sheet: 'Sheet1', cell: 'G6', reading: 'reject', code: 'cell.garbled' } as const] : []),
    ],
  }
}

function postList(): Registry {
  const sheet = paper('岗位')
  const header = ['招聘批次', '学校标识码', '岗位名称', '项目', '学段', '用工方式', '每周小时', '招聘人数']
  sheet.putRow(0, [...header, '试用期(月)', '笔试占比(%)', '技能占比(%)', '咨询'])
  const contact = '东海县教育局人事科 0518-87212345'
  const rest = [12, 30, 70, contact]
  putRows(sheet, 1, [
    [held.round, primary, '足球教练员', '足球', '小学', '在编', 40, 1, ...rest],
    [
      held.round,
      `${primary}、${junior}`,
      '篮球教练员',
      '篮球',
      '小学、初中',
      '编外',
      20,
      '2',
      6,
      ...rest.slice(1),
    ],
    ['2030年招聘', primary, '排球教练员', '排球', '小学', '在编', 40, 1, ...rest],
    [held.round, primary, '田径教练员', '田径', '小学', '临时', 40, 1, ...rest],
    [held.round, primary, '乒乓球教练员', '乒乓球', '小学', '在编', 40.5, 1, ...rest],
  ])
  const usual = {
    ...{ certificate: '不要求', isReserved: '否', leastExperience: 0, shortListRatio: 3 },
  }
  const of = { ...usual, round: held.round, probationMonths: 12, writtenWeight: 30, skillWeight: 70, contact }
  return {
    file: '教练员岗位表.xlsx',
    sheet: 'coach-posts',
    writer: 'strict',
    papers: [sheet],
    rows: [
      {
        ...of,
        ...{ schools: primary, title: '足球教练员', sport: '足球', stages: '小学', hoursWeek: 40, quota: 1 },
        ...{ engagement: '专职在编', isPooled: '否' },
      },
      {
        ...of,
        ...{ schools: `${primary}、${junior}`, title: '篮球教练员', sport: '篮球', stages: '小学、初中' },
        ...{ hoursWeek: 20, quota: 2, probationMonths: 6, engagement: '专职编外', isPooled: '是' },
      },
    ],
    problems: [
      { sheet: '岗位', cell: 'A4', reading: 'reject', code: 'coach-post.round-unknown' },
      { sheet: '岗位', cell: 'F5', reading: 'reject', code: 'choice.unknown' },
      { sheet: '岗位', cell: 'G6', reading: 'reject', code: 'number.out-of-bounds' },
    ],
  }
}

function workList(): Registry {
  const sheet = paper('Sheet1')
  sheet.putRow(0, [
    '学校标识码',
    '姓名',
    '项目',
    '学段',
    '周课时',
    '上课时间',
    '起始日期',
    '终止日期',
    '备注',
  ])
  putRows(sheet, 1, [
    [
      primary,
      held.coach,
      '足球',
      '小学',
      4,
      '周二 16:00-17:30',
      dateCell('2025-09-01', 'yyyy/m/d'),
      '2026-01-30',
      '校队',
    ],
    [primary, '无此人', '足球', '小学', 4, null, '2025-09-01', null, null],
    [primary, held.coach, '篮球', '小学', 4, null, '2025-09-01', null, null],
    [primary, held.coach, '足球', '小学', '四节', '放学以后', '2025-09-01', null, null],
  ])
  return {
    file: '教练员安排.xls',
    sheet: 'coach-placements',
    writer: 'biff8',
    papers: [sheet],
    rows: [
      {
        ...{ code: primary, name: held.coach, sport: '足球', stages: '小学', hours: 4 },
        ...{ times: '周二 16:00-17:30', validFrom: '2025-09-01', validTo: '2026-01-30', note: '校队' },
      },
    ],
    problems: [
      { sheet: 'Sheet1', cell: 'B3', reading: 'reject', code: 'roster.person-unknown' },
      { sheet: 'Sheet1', cell: 'C4', reading: 'reject', code: 'roster.sport-not-theirs' },
      { sheet: 'Sheet1', cell: 'E5', reading: 'reject', code: 'number.not-a-number' },
      { sheet: 'Sheet1', cell: 'F5', reading: 'reject', code: 'roster.times-unclear' },
    ],
  }
}

function indicatorList(): Registry {
  const sheet = paper('指标')
  banner(sheet, 0, '体育传统特色学校评价指标', 5)
  sheet.putRow(1, ['编号', '指标名称', '类别', '分值', '评分标准', '数据来源'])
  putRows(sheet, 2, [
    ['a1', '组织领导', '评分', 60, '查阅材料', null],
    ['B3', '传统项目普及率', '评分', '40', '参与学生占在校生比例', '项目参与率'],
    ['C1', '特色成果', '加分', 10, null, null],
    ['V1', '弄虚作假', '一票否决', null, null, null],
  ])
  return {
    file: '评价指标.xlsx',
    sheet: 'indicators',
    writer: 'sheetjs',
    papers: [sheet],
    rows: [
      { code: 'A1', title: '组织领导', kind: '评分', most: 60, how: '查阅材料' },
      {
        code: 'B3',
        title: '传统项目普及率',
        kind: '评分',
        most: 40,
        how: '参与学生占在校生比例',
        figure: '项目参与率',
      },
      { code: 'C1', title: '特色成果', kind: '加分', most: 10 },
      { code: 'V1', title: '弄虚作假', kind: '一票否决' },
    ],
    problems: [],
  }
}

function scoreList(): Registry {
  const sheet = paper('成绩')
  const [first, second, third, fourth] = held.candidates
  sheet.putRow(0, ['报名号', '姓名', '面试成绩', '加试'])
  putRows(sheet, 1, [
    [first!.number, first!.name, 85.25, null],
    [second!.number, second!.name, '缺考', null],
    [third!.number, third!.name, '101', null],
    [fourth!.number, '别人', 80, null],
    ['25000000000', '王海燕', 80, null],
  ])
  const of = { post: held.post }
  return {
    file: '面试成绩.xls',
    sheet: 'scores',
    unit: '320722',
    writer: 'html',
    papers: [sheet],
    rows: [
      { ...of, number: '2500 0000 0001', name: first!.name, skill: '85.25' },
      { ...of, number: '2500 0000 0002', name: second!.name, skill: '缺考' },
    ],
    problems: [
      { sheet: '成绩', cell: 'C4', reading: 'reject', code: 'score.above-100' },
      { sheet: '成绩', cell: 'B5', reading: 'reject', code: 'score.other-name' },
      { sheet: '成绩', cell: 'A6', reading: 'reject', code: 'score.no-number' },
    ],
  }
}

function titleApplication(): Registry {
  const sheet = paper('申报')
  sheet.putRow(0, ['申报批次', '学校标识码', '申报项目', '申报理由', '指标代码', '自评得分', '佐证材料'])
  putRows(sheet, 1, [
    [held.batch, primary, '武术、足球', '武术进校园八年', 'A1', 7.25, '见附件一'],
    [held.batch, primary, null, null, 'V3', '不存在', null],
    [held.batch, primary, null, null, 'A2', '八分', null],
    [held.batch, primary, null, null, 'Z9', 3, null],
  ])
  const of = { batch: held.batch, code: primary, school: '东海县试验小学' }
  return {
    file: '称号申报.xlsx',
    sheet: 'title-applications',
    school: primary,
    writer: 'exceljs',
    papers: [sheet],
    rows: [
      {
        ...{ ...of, sports: '武术、足球', statement: '武术进校园八年', indicator: 'A1' },
        ...{ title: '组织领导、规划与制度', most: 8, points: 7.25, evidence: '见附件一' },
      },
      { ...of, indicator: 'V3', title: '弄虚作假', most: '一票否决', points: '不存在' },
    ],
    problems: [
      { sheet: '申报', cell: 'F4', reading: 'reject', code: 'title-application.points-malformed' },
      { sheet: '申报', cell: 'E5', reading: 'reject', code: 'title-application.indicator-unknown' },
    ],
  }
}

/** Sheets of which nothing may be taken: each is refused in one sentence. */
function refused(
  file: string,
  sheet: string,
  writer: Registry['writer'],
  rows: Parameters<typeof putRows>[2],
  flag: Pick<Registry['problems'][number], 'cell' | 'code'> & { sheet?: string },
): Registry {
  const page = paper('Sheet1')
  putRows(page, 0, rows)
  return {
    ...{ file, sheet, writer, papers: [page], rows: [], isRefused: true },
    problems: [{ sheet: flag.sheet ?? '', cell: flag.cell, reading: 'reject', code: flag.code }],
  }
}

/** The sheets of schools and offices beside the registry, and files that must be turned away. */
export function officeSheets(): Registry[] {
  const events = ['学校标识码', '日期', '项目', '活动名称', '班级数', '参加人数', '说明']
  const event = [primary, '2025-09-18', '武术', '武术进校园展演', 6, 240]
  return [
    venueList(),
    eventList('传统体育进校园.csv', 'csv-gb18030'),
    eventList('传统体育进校园（缺字节）.csv', 'csv-utf8-cut'),
    postList(),
    workList(),
    indicatorList(),
    scoreList(),
    titleApplication(),
    refused(
      '引号未闭合.csv',
      'events',
      'csv-unquoted',
      [events, [...event, '晴'], [...event.slice(0, 3), '"龙腾校园', 6, 240, '晴'], [...event, '雨']],
      { cell: '', code: 'workbook.open-quote' },
    ),
    refused(
      '引号中断.tsv',
      'events',
      'tsv-unquoted',
      [events, [...event.slice(0, 3), '"龙腾"校园', 6, 240, '晴'], [...event, '雨']],
      {
        cell: '',
        code: 'workbook.open-quote',
      },
    ),
    refused(
      '缺少日期列.xlsx',
      'events',
      'exceljs',
      [events.filter(one => one !== '日期'), [...event.filter(one => one !== '2025-09-18')]],
      {
        sheet: 'Sheet1',
        cell: 'A1',
        code: 'sheet.missing-columns',
      },
    ),
    refused(
      '关于填报的通知.csv',
      'venues',
      'csv-utf8',
      [['关于做好场地开放填报工作的通知'], ['各学校'], ['请于周五前报送']],
      {
        cell: '',
        code: 'workbook.not-a-workbook',
      },
    ),
    refused('空白表.xlsx', 'venues', 'sheetjs', [['', ' '], []], { cell: '', code: 'workbook.no-values' }),
  ]
}
