import type { Message } from '#app/i18n/text.ts'
import type { BackupRefusal } from '#db/backup/read-backup.server.ts'
import type { SourceRefusal } from '#db/backup/source.server.ts'
import type { PlaceRefusal } from '#db/backup/target-place.server.ts'

/** Why a database is not backed up, restored or copied. */
export type WholeDatabaseRefusal = 'no-backup-there' | PlaceRefusal | BackupRefusal | SourceRefusal

export const wholeDatabaseRefusals = {
  'no-backup-there': {
    'zh-CN': '这个名字下已有别的文件，不会覆盖：请换一个文件名',
    en: 'Something other than a backup has this name and is not written over: name another file',
  },
  'no-database': { 'zh-CN': '此处没有本系统的数据库', en: 'No database of this system stands there' },
  unfinished: {
    'zh-CN': '该库只恢复或复制了一半：请删除并重建空库后再试',
    en: 'This database was only half filled by a restore or a copy: drop it, create it anew and try again',
  },
  foreign: {
    'zh-CN': '该库由更新版本的程序使用，或被手工改动过：请用同一版本的程序',
    en: 'This database is of a newer version of the program, or was changed by hand: use the program of its version',
  },
  'no-file': { 'zh-CN': '没有这个文件', en: 'There is no such file' },
  'not-whole': {
    'zh-CN': '不是完整的备份：文件被截断、改动，或不是备份文件',
    en: 'This is no whole backup: it was cut off or changed, or never was one',
  },
  newer: {
    'zh-CN': '该备份来自更新版本的程序：请先升级程序',
    en: 'This backup is of a newer version of the program: bring the program up to date first',
  },
  'not-empty': {
    'zh-CN': '目标不是空的：请指定一个新的文件，或没有任何表的库',
    en: 'The target is not empty: name a new file, or a database without any table',
  },
  'in-memory': { 'zh-CN': '内存中的库无法保留', en: 'A database in memory would be gone at once' },
} as const satisfies Record<WholeDatabaseRefusal, Message>
