import type { Message } from '#app/i18n/text.ts'
import type { Stage } from '#db/tables.ts'
import type { ChangeClassRefusal } from './change-class.server.ts'
import type { ChangeRefusal } from './change-school.server.ts'
import type { CloseRefusal } from './close-school.server.ts'
import type { CreateRefusal } from './create-school.server.ts'
import type { OpenClassRefusal } from './open-class.server.ts'

export const stageWords = {
  primary: { 'zh-CN': '小学', en: 'Primary' },
  junior: { 'zh-CN': '初中', en: 'Junior' },
  senior: { 'zh-CN': '高中', en: 'Senior' },
} satisfies Record<Stage, Message>

type Refusal = CreateRefusal | ChangeRefusal | CloseRefusal | OpenClassRefusal | ChangeClassRefusal | 'empty'

export const registryRefusals = {
  'code-taken': {
    'zh-CN': '该标识码已发给另一所学校，不能再用。',
    en: 'This code was given to another school and cannot be used again.',
  },
  'code-missing': { 'zh-CN': '请填写 10 位标识码。', en: 'Please enter the code of ten digits.' },
  'name-taken': { 'zh-CN': '该单位已有同名学校。', en: 'The unit has a school of this name already.' },
  'unit-not-yours': {
    'zh-CN': '只能登记本单位管理的学校；计入其他单位由市教育局决定。',
    en: 'You may enter schools of your own unit only; counting to another unit is decided by the city.',
  },
  'parent-unknown': { 'zh-CN': '没有找到所属学校。', en: 'The school it belongs to was not found.' },
  'not-found': { 'zh-CN': '没有找到这所学校。', en: 'The school was not found.' },
  'before-first': {
    'zh-CN': '生效日期早于学校最早的记录。',
    en: 'The day lies before the first record of the school.',
  },
  'before-opening': {
    'zh-CN': '停办日期应晚于成立日期。',
    en: 'The day of closing must come after the day of founding.',
  },
  'class-taken': {
    'zh-CN': '该学段、入学年份已有这个班号。',
    en: 'There is a class with this stage, entry year and number already.',
  },
  'stage-not-run': { 'zh-CN': '该校不办这个学段。', en: 'The school does not run this stage.' },
  'ends-before-start': { 'zh-CN': '终止日期早于起始日期。', en: 'The last day comes before the first.' },
  empty: { 'zh-CN': '请填写名称。', en: 'Please enter a name.' },
} satisfies Record<Refusal, Message>

export const schoolsText = {
  schools: { 'zh-CN': '学校', en: 'Schools' },
  found: {
    'zh-CN': ({ count, asOf }) => `${asOf} 共 ${count} 所学校。`,
    en: ({ count, asOf }) => `${count} schools on ${asOf}.`,
  } satisfies Message<{ count: number; asOf: string }>,
  none: { 'zh-CN': '没有符合条件的学校。', en: 'No school matches.' },
  search: { 'zh-CN': '名称、曾用名或标识码', en: 'Name, former name or code' },
  show: { 'zh-CN': '查询', en: 'Show' },
  all: { 'zh-CN': '全部', en: 'All' },
  asOf: { 'zh-CN': '截至日期', en: 'As of' },
  exportExcel: { 'zh-CN': '导出 Excel', en: 'Export to Excel' },
  create: { 'zh-CN': '登记学校', en: 'Enter a school' },
  change: { 'zh-CN': '变更', en: 'Change' },
  close: { 'zh-CN': '停办或恢复', en: 'Close or reopen' },
  code: { 'zh-CN': '学校标识码', en: 'School code' },
  name: { 'zh-CN': '学校名称', en: 'School' },
  shortName: { 'zh-CN': '简称', en: 'Short name' },
  type: { 'zh-CN': '办学类型', en: 'Type' },
  unit: { 'zh-CN': '主管单位', en: 'Administering unit' },
  countsUnit: { 'zh-CN': '计入单位', en: 'Counts to unit' },
  stages: { 'zh-CN': '学段', en: 'Stages' },
  stage: { 'zh-CN': '学段', en: 'Stage' },
  pupils: { 'zh-CN': '学生数', en: 'Pupils' },
  address: { 'zh-CN': '地址', en: 'Address' },
  parent: { 'zh-CN': '所属学校标识码', en: 'Code of the school it belongs to' },
  parentHint: {
    'zh-CN': '校区填写；没有自己标识码的校区，上面的标识码可留空',
    en: 'For a campus; one without a code of its own leaves the code above empty',
  },
  campusName: { 'zh-CN': '校区名称', en: 'Name of the campus' },
  openedOn: { 'zh-CN': '成立日期', en: 'Founded on' },
  closedOn: { 'zh-CN': '停办日期', en: 'Closed on' },
  closedHint: {
    'zh-CN': '不再开办的第一天；留空表示继续开办',
    en: 'The first day on which it is no longer open; empty: it is open',
  },
  from: { 'zh-CN': '生效日期', en: 'Holds from' },
  fromHint: {
    'zh-CN': '新的名称、类型等从这一天起生效，以前的记录保留',
    en: 'The new facts hold from this day on; what was before stays on record',
  },
  save: { 'zh-CN': '保存', en: 'Save' },
  isOpen: { 'zh-CN': '开办中', en: 'Open' },
  isClosed: { 'zh-CN': '已停办', en: 'Closed' },
  history: { 'zh-CN': '沿革', en: 'History' },
  aliases: { 'zh-CN': '曾用名与别名', en: 'Former and other names' },
  alias: { 'zh-CN': '名称', en: 'Name' },
  add: { 'zh-CN': '添加', en: 'Add' },
  remove: { 'zh-CN': '移除', en: 'Remove' },
  campuses: { 'zh-CN': '校区', en: 'Campuses' },
  classes: { 'zh-CN': '班级', en: 'Classes' },
  noClasses: {
    'zh-CN': '还没有班级。可逐个添加，或导入班级名册。',
    en: 'There are no classes yet. Add them one by one, or import the sheet of classes.',
  },
  openClass: { 'zh-CN': '添加班级', en: 'Add a class' },
  changeClass: { 'zh-CN': '班级变更', en: 'Change a class' },
  className: { 'zh-CN': '班级', en: 'Class' },
  entryYear: { 'zh-CN': '入学年份', en: 'Entry year' },
  classNo: { 'zh-CN': '班号', en: 'Number' },
  campus: { 'zh-CN': '校区', en: 'Campus' },
  validFrom: { 'zh-CN': '起始日期', en: 'From' },
  validTo: { 'zh-CN': '终止日期', en: 'Until' },
  lastDayHint: { 'zh-CN': '班级存在的最后一天；留空表示继续', en: 'The last day; empty: it goes on' },
  hour: { 'zh-CN': '每天一小时', en: 'The daily hour' },
  coaches: { 'zh-CN': '教练员和体育教师', en: 'Coaches and PE teachers' },
  placements: { 'zh-CN': '5621 布点', en: '5621 placements' },
  openEnd: { 'zh-CN': '至今', en: 'to this day' },
  unknownSince: { 'zh-CN': '不详', en: 'unknown' },
} as const
