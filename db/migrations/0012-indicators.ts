import type { Kysely } from 'kysely'
import { createTable, createIndex as index } from '../dialect/dialect.ts'

const id = 'char(26)'
const instant = 'varchar(23)'

// biome-ignore lint/suspicious/noExplicitAny: a migration knows the schema of its own day only
type Schema = Kysely<any>

/** The usual set: 100 points, a bonus and what excludes a school (reference/domain.md 3.3). */
const usual: [code: string, title: string, kind: string, most: number, how: string, figure: string][] = [
  ['A1', '组织领导、规划与制度', 'score', 8, '查阅文件：领导小组、发展规划、管理制度', ''],
  ['A2', '体育教师与教练员配备', 'score', 10, '专兼职人数、职称与师生比', 'coaches'],
  ['A3', '场地器材', 'score', 8, '对照国家标准的达标率', ''],
  ['A4', '经费投入', 'score', 8, '年专项经费及占公用经费比例', ''],
  ['B1', '开齐开足体育课', 'score', 10, '体育课开课率', 'pe_lessons'],
  ['B2', '每天一小时落实', 'score', 10, '每天综合体育活动时间达标率', 'daily_hour'],
  ['B3', '传统项目普及率', 'score', 8, '参与学生占在校生比例，80% 得满分', 'participation'],
  ['B4', '校内竞赛', 'score', 6, '班级联赛场次，每学年至少一次体育节或运动会', ''],
  ['C1', '运动队', 'score', 8, '每个项目队数与人数：小学不少于 20 人，中学不少于 15 人', ''],
  ['C2', '常年训练', 'score', 8, '每周不少于 3 次，每次 60 至 90 分钟', 'team_days'],
  ['D1', '比赛成绩', 'score', 8, '按级别与名次计分', ''],
  ['D2', '输送人才', 'score', 4, '向上级体校、高一级传统校、省队输送人数', ''],
  ['D3', '体质健康', 'score', 4, '合格率与优良率', ''],
  ['E1', '特色创新、承办赛事、向社会开放', 'bonus', 10, '有一项记 2 至 5 分，最多 10 分', ''],
  ['V1', '不能保证每天一小时', 'veto', 0, '查实即不予命名', 'daily_hour'],
  ['V2', '体育课不足', 'veto', 0, '查实即不予命名', 'pe_lessons'],
  ['V3', '弄虚作假', 'veto', 0, '查实即不予命名', ''],
  ['V4', '重大安全责任事故', 'veto', 0, '查实即不予命名', ''],
]

/** By what schools are judged: a version of the set is never changed once it is published. */
export async function up(db: Schema): Promise<void> {
  await createTable(db, 'indicator_set')
    .addColumn('id', id, c => c.notNull().primaryKey())
    .addColumn('version', 'integer', c => c.notNull().unique())
    .addColumn('source', 'varchar(200)', c => c.notNull())
    .addColumn('created_at', instant, c => c.notNull())
    .addColumn('published_at', instant)
    .execute()
  await createTable(db, 'indicator')
    .addColumn('id', id, c => c.notNull().primaryKey())
    .addColumn('set_id', id, c => c.notNull())
    .addColumn('code', 'varchar(8)', c => c.notNull())
    .addColumn('title', 'varchar(120)', c => c.notNull())
    .addColumn('kind', 'varchar(8)', c => c.notNull())
    .addColumn('most', 'integer', c => c.notNull())
    .addColumn('how', 'varchar(400)', c => c.notNull())
    .addColumn('figure', 'varchar(20)', c => c.notNull())
    .addUniqueConstraint('indicator_code', ['set_id', 'code'])
    .execute()
  await index(db, 'indicator', 'indicator_set_index', ['set_id'])
  await db.deleteFrom('indicator').execute()
  await db.deleteFrom('indicator_set').execute()
  const set_id = '00000000000000000000000001'
  const at = '2026-11-27 00:00:00.000'
  const source = '默认评价指标'
  await db
    .insertInto('indicator_set')
    .values({ id: set_id, version: 1, source, created_at: at, published_at: at })
    .execute()
  await db
    .insertInto('indicator')
    .values(
      usual.map(([code, title, kind, most, how, figure], n) => ({
        ...{ id: String(n + 1).padStart(26, '0'), set_id, code, title, kind, most, how, figure },
      })),
    )
    .execute()
}
