import type { Expectation, Flag } from './expectation.ts'
import { banner, footer } from './layouts/layout.ts'
import { type Content, dateCell, type Paper, paper } from './paper.ts'
import type { Writer } from './write/formats.ts'
import type { Office } from './write/office.ts'

/** A workbook of another sheet than the log, written out by hand with what must come of it. */
export interface Registry {
  file: string
  sheet: string
  writer: Writer
  office?: Office
  papers: Paper[]
  rows: Expectation['rows']
  problems: Flag[]
  /** The school that uploads it, where it is not the bureau. */
  school?: string
  /** The unit whose office uploads it, where it is not the city. */
  unit?: string
  isRefused?: true
}

const primary = '2132900001'
const junior = '3132900002'

/** Rows below each other from `top`; answers the row after the last. */
export function putRows(sheet: Paper, top: number, rows: readonly (readonly Content[])[]): number {
  rows.forEach((row, at) => void sheet.putRow(top + at, row))
  return top + rows.length
}

/** Variant 4: rows are schools, 小计 per town, 合计 in between and at the end, the header again on the second page. */
function schoolsByTown(): Registry {
  const sheet = paper('汇总')
  const header = [
    '序号',
    '乡镇',
    '学校（机构）标识码',
    '学校全称',
    '学校类别',
    '县区',
    '在校生数',
    '建校时间',
    '备注',
  ]
  banner(sheet, 0, '东海县中小学基本情况汇总表', 8)
  sheet.put(1, 8, '单位：人')
  sheet.putRow(2, header)
  const next = putRows(sheet, 3, [
    [
      1,
      '牛山街道',
      '2132900011',
      '东海县河东小学',
      '小学',
      '东海县',
      900,
      dateCell('1998-09-01', 'yyyy/m/d'),
      null,
    ],
    [2, '同上', 2132900012, '东海县河西小学', '211', '同上', '８５０', '2001年9月1日', '新校区'],
    [3, '〃', '2132900013', '东海县河南小学', '大学', '东海县', 700, null, null],
    [null, '小计', null, null, null, null, 2450],
    [],
    header,
    [4, '石榴街道', '3132900014', '石榴初级中学', '初级中学', 320722, '1,100人', '2003.9.1', null],
    [5, '石榴街道', '2.1329E+09', '石榴小学', '小学', '东海县', 600, null, null],
    [6, '石榴街道', '2132900016', '石榴第二小学', '小学', '月球区', '若干', '2010-09', null],
    [null, '石榴街道合计', null, null, null, null, 2300],
    [7, '白塔埠镇', '2132900017', '白塔小学', '小学', '东海', 400, '2020/9/1', null],
  ])
  sheet.putRow(next, [null, '合计', null, null, null, null, 5000])
  sheet.put(next + 1, 0, footer)
  return {
    file: '东海县学校汇总表（按乡镇）.xlsx',
    sheet: 'schools',
    writer: 'exceljs',
    office: 'xlsx',
    papers: [sheet],
    rows: [
      {
        code: '2132900011',
        name: '东海县河东小学',
        type: '小学',
        unit: '东海县',
        countsUnit: '东海县',
        pupils: 900,
        openedOn: '1998-09-01',
      },
      {
        code: '2132900012',
        name: '东海县河西小学',
        type: '小学',
        unit: '东海县',
        countsUnit: '东海县',
        pupils: 850,
        openedOn: '2001-09-01',
      },
      {
        code: '3132900014',
        name: '石榴初级中学',
        type: '初级中学',
        unit: '东海县',
        countsUnit: '东海县',
        pupils: 1100,
        openedOn: '2003-09-01',
      },
      {
        code: '2132900017',
        name: '白塔小学',
        type: '小学',
        unit: '东海县',
        countsUnit: '东海县',
        pupils: 400,
        openedOn: '2020-09-01',
      },
    ],
    problems: [
      { sheet: '汇总', cell: 'B3', reading: 'warn', code: 'sheet.unknown-column' },
      { sheet: '汇总', cell: 'I3', reading: 'warn', code: 'sheet.unknown-column' },
      { sheet: '汇总', cell: 'E6', reading: 'reject', code: 'choice.unknown' },
      { sheet: '汇总', cell: 'C11', reading: 'reject', code: 'code.precision-lost' },
      { sheet: '汇总', cell: 'F12', reading: 'reject', code: 'registry.unit-unknown' },
      { sheet: '汇总', cell: 'G12', reading: 'reject', code: 'count.not-a-number' },
      { sheet: '汇总', cell: 'H12', reading: 'ask', code: 'date.no-day' },
    ],
  }
}

/** Code, stage and year merged over their classes; a sum between the schools. */
function classRegister(file: string, writer: Writer, office?: Office): Registry {
  const sheet = paper('Sheet1')
  banner(sheet, 0, '2025-2026学年班级名册', 5)
  sheet.putRow(1, ['学校标识码', '学段', '入学年份', '班号', '学生数', '校区'])
  putRows(sheet, 2, [
    [primary, '小学', '2023级', 1, 45],
    [null, null, null, '2班', '46人'],
    [null, null, null, '（3）', '约45'],
    [null, null, 2022, '04', '若干'],
    [null, null, null, '三(2)班', 45],
    [null, null, '合计', 5, 226],
    [junior, '初中', 2025, 1, 50],
    [null, null, null, 2, '5O'],
    [null, null, null, 3, 48],
  ])
  for (const column of [0, 1]) {
    sheet.merge(2, column, 6, column)
    sheet.merge(8, column, 10, column)
  }
  sheet.merge(2, 2, 4, 2)
  sheet.merge(5, 2, 6, 2)
  sheet.merge(8, 2, 10, 2)
  const of = (code: string, stage: string, entryYear: number, classNo: number, pupils: number) => ({
    code,
    stage,
    entryYear,
    classNo,
    pupils,
    validFrom: `${entryYear}-09-01`,
  })
  return {
    file,
    sheet: 'classes',
    writer,
    ...(office && { office }),
    papers: [sheet],
    rows: [
      of(primary, '小学', 2023, 1, 45),
      of(primary, '小学', 2023, 2, 46),
      of(primary, '小学', 2023, 3, 45),
      of(junior, '初中', 2025, 1, 50),
      of(junior, '初中', 2025, 3, 48),
    ],
    problems: [
      { sheet: 'Sheet1', cell: 'E5', reading: 'warn', code: 'count.about' },
      { sheet: 'Sheet1', cell: 'E6', reading: 'reject', code: 'count.not-a-number' },
      { sheet: 'Sheet1', cell: 'D7', reading: 'ask', code: 'registry.class-no' },
      { sheet: 'Sheet1', cell: 'E10', reading: 'reject', code: 'count.not-a-number' },
    ],
  }
}

function placementList(file: string, writer: Writer): Registry {
  const sheet = paper('Sheet1')
  sheet.putRow(0, ['学校代码', '布局项目', '学段', '身份', '布点日期', '截止日期', '批准文号'])
  putRows(sheet, 1, [
    [primary, '足球', '小学', '牵头学校', '2024-09-01', '2027-08-31', '连教体〔2024〕12号'],
    ['示例', '篮球', '小学', '成员', '2024-09-01'],
    [primary, '篮球', '小学', null, '2024年9月1日', null, '连教体[2024]12号'],
    ['同上', '乒乓', '同上', '成员', '2024.9.1', '/', '—'],
    [junior, '篮球', '初中', '队员', '2025-09-01'],
    [junior, '蹴鞠', '初中', '成员', '2025-09-01'],
    [junior, '排球', '初中', '成员', '2025-02-30'],
  ])
  const of = (code: string, sport: string, stage: string, role: string) => ({
    code,
    sport,
    stage,
    role,
    validFrom: '2024-09-01',
  })
  return {
    file,
    sheet: 'placements',
    writer,
    papers: [sheet],
    rows: [
      { ...of(primary, '足球', '小学', '牵头'), validTo: '2027-08-31', document: '连教体〔2024〕12号' },
      { ...of(primary, '篮球', '小学', '成员'), document: '连教体〔2024〕12号' },
      of(primary, '乒乓球', '小学', '成员'),
    ],
    problems: [
      { sheet: 'Sheet1', cell: 'D6', reading: 'reject', code: 'choice.unknown' },
      { sheet: 'Sheet1', cell: 'B7', reading: 'ask', code: 'placement.sport-unknown' },
      { sheet: 'Sheet1', cell: 'E8', reading: 'reject', code: 'date.no-such-day' },
    ],
  }
}

function schoolCalendar(): Registry {
  const sheet = paper('校历')
  banner(sheet, 0, '2025-2026学年度第一学期校历', 5)
  sheet.putRow(1, ['范围', '学段', '日期', '类型', '课表按星期', '说明'])
  putRows(sheet, 2, [
    ['320722', '全部', dateCell('2025-11-21', 'yyyy-mm-dd'), '停课', null, '大雪'],
    ['320722', '初中', '2025年11月22日', '调休上课', '星期五', '补周五的课'],
    ['320722', '小学', '2025-11-24', '考试', null, '期中'],
    ['320722', '小学', '2025-11-25', '放羊', null, null],
  ])
  return {
    file: '校历.xlsx',
    sheet: 'calendar',
    writer: 'strict',
    papers: [sheet],
    rows: [
      { place: '320722', day: '2025-11-21', kind: '停课', note: '大雪' },
      {
        place: '320722',
        stage: '初中',
        day: '2025-11-22',
        kind: '调休上课',
        followsWeekday: 5,
        note: '补周五的课',
      },
      { place: '320722', stage: '小学', day: '2025-11-24', kind: '考试', note: '期中' },
    ],
    problems: [{ sheet: '校历', cell: 'D6', reading: 'reject', code: 'choice.unknown' }],
  }
}

function exemptionList(): Registry {
  const sheet = paper('Sheet1')
  sheet.putRow(0, ['学校标识码', '年级', '班级', '开始日期', '结束日期', '事由', '备注'])
  putRows(sheet, 1, [
    [primary, null, null, '2025-09-22', '2025-09-23', '台风', '全市停课'],
    [primary, '三年级', '三（2）班', '9月8日', '2025-09-08', '下雨', null],
    [primary, '三年级', '三（2）班', '2025/9/10', '2025.9.10', '下雨', null],
    [primary, '三年级', '三（9）班', '2025-09-11', '2025-09-11', '高温', null],
  ])
  return {
    file: '免计申请.xls',
    sheet: 'exemptions',
    writer: 'xml-2003',
    papers: [sheet],
    rows: [
      { code: primary, firstDay: '2025-09-22', lastDay: '2025-09-23', reason: '台风', note: '全市停课' },
      {
        code: primary,
        grade: '三年级',
        className: '三（2）班',
        firstDay: '2025-09-10',
        lastDay: '2025-09-10',
        reason: '雨雪',
      },
    ],
    problems: [
      { sheet: 'Sheet1', cell: 'D3', reading: 'reject', code: 'registry.one-day' },
      { sheet: 'Sheet1', cell: 'C5', reading: 'reject', code: 'exemption.class-unknown' },
    ],
  }
}

function titleList(): Registry {
  const sheet = paper('Sheet1')
  banner(sheet, 0, '体育传统特色学校名单', 6)
  sheet.putRow(1, ['标识码', '命名级别', '特色项目', '命名批次', '文件号', '命名日期', '有效期至'])
  putRows(sheet, 2, [
    [primary, '市级', '足球', '2024年第一批', '连教体〔2024〕5号', '2024-06-01', '2027-05-31'],
    [junior, '省', '篮球', '2023年', '苏教体〔2023〕8号', '2023年6月1日', '2026年5月31日'],
    [junior, '县区级', '田径', null, null, '2024/6/1', '2027/5/31'],
    [junior, '乡级', '武术', null, null, '2024-06-01', '2027-05-31'],
  ])
  return {
    file: '特色学校名单.xls',
    sheet: 'designations',
    writer: 'html',
    papers: [sheet],
    rows: [
      {
        code: primary,
        level: '市级',
        sport: '足球',
        batch: '2024年第一批',
        document: '连教体〔2024〕5号',
        validFrom: '2024-06-01',
        validTo: '2027-05-31',
      },
      {
        code: junior,
        level: '省级',
        sport: '篮球',
        batch: '2023年',
        document: '苏教体〔2023〕8号',
        validFrom: '2023-06-01',
        validTo: '2026-05-31',
      },
      { code: junior, level: '县级', sport: '田径', validFrom: '2024-06-01', validTo: '2027-05-31' },
    ],
    problems: [{ sheet: 'Sheet1', cell: 'B6', reading: 'reject', code: 'choice.unknown' }],
  }
}

function coachList(): Registry {
  const sheet = paper('教练员')
  sheet.putRow(0, [
    '学校标识码',
    '教练员姓名',
    '岗位类别',
    '性别',
    '执教项目',
    '任教学段',
    '退役运动员',
    '用工形式',
    '聘用日期',
    '周课时',
  ])
  putRows(sheet, 1, [
    [primary, '王强', '教练员', '男', '足球、篮球', '小学', '是', '专职在编', '2024-09-01', '12'],
    [primary, '李梅', '体育老师', '女', '排球', '小学', '否', '编内', '2024年9月1日'],
    [primary, '赵亮', '厨师', '男', '足球', '小学', '否', '编外', '2024-09-01'],
    [primary, '孙丽', '体育教师', '女', '蹴鞠', '小学', '否', '兼职', '2024-09-01'],
    [primary, '周强', '体育教师', '男', '田径', '小学', '否', '专职', '2024-09-01'],
  ])
  const of = { code: primary, stages: '小学', engagement: '专职在编', validFrom: '2024-09-01' }
  return {
    file: '学校教练员名册.et',
    sheet: 'coaches',
    writer: 'biff8',
    papers: [sheet],
    rows: [
      { ...of, name: '王强', kind: '教练员', gender: '男', sports: '足球、篮球', retired: '是', hours: 12 },
      { ...of, name: '李梅', kind: '体育教师', gender: '女', sports: '排球', retired: '否' },
    ],
    problems: [
      { sheet: '教练员', cell: 'C4', reading: 'reject', code: 'choice.unknown' },
      { sheet: '教练员', cell: 'E5', reading: 'ask', code: 'roster.sport-unknown' },
      { sheet: '教练员', cell: 'H6', reading: 'ask', code: 'choice.unclear' },
    ],
  }
}

/** The other sheets of contracts.md. */
export function registries(): Registry[] {
  return [
    schoolsByTown(),
    classRegister('班级名册.xls', 'exceljs', 'xls'),
    classRegister('班级名册-WPS.et', 'biff8'),
    placementList('5621布点.csv', 'csv-gb18030'),
    placementList('5621布点表.xlsx', 'sheetjs'),
    schoolCalendar(),
    exemptionList(),
    titleList(),
    coachList(),
  ]
}
