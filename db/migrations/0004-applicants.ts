import { type Kysely, sql } from 'kysely'
import { createTable, createIndex as index } from '../dialect/dialect.ts'

const id = 'char(26)'
const day = 'char(10)'
const instant = 'varchar(23)'
const longText = sql`longtext`

// biome-ignore lint/suspicious/noExplicitAny: a migration knows the schema of its own day only
type Schema = Kysely<any>

export async function up(db: Schema): Promise<void> {
  await run(
    createTable(db, 'applicant')
      .addColumn('id', id, c => c.notNull().primaryKey())
      .addColumn('account_id', id)
      .addColumn('name', 'varchar(120)', c => c.notNull())
      .addColumn('gender', 'varchar(1)', c => c.notNull())
      .addColumn('birth_date', day)
      .addColumn('id_number_sealed', 'varchar(300)')
      .addColumn('id_number_lookup', 'varchar(64)')
      .addColumn('phone_sealed', 'varchar(300)')
      .addColumn('phone_lookup', 'varchar(64)')
      .addColumn('email_sealed', 'varchar(600)')
      .addColumn('email_lookup', 'varchar(64)')
      .addColumn('person_lookup', 'varchar(64)')
      .addColumn('education', 'varchar(12)', c => c.notNull())
      .addColumn('graduated_from', 'varchar(120)', c => c.notNull())
      .addColumn('experience_years', 'integer', c => c.notNull())
      .addColumn('is_retired_athlete', 'integer', c => c.notNull())
      .addColumn('retired_on', day)
      .addColumn('team', 'varchar(120)', c => c.notNull())
      .addColumn('hours_week', 'integer')
      .addColumn('longitude', 'double precision')
      .addColumn('latitude', 'double precision')
      .addColumn('statement', longText, c => c.notNull())
      .addColumn('locale', 'varchar(5)', c => c.notNull())
      .addColumn('created_at', instant, c => c.notNull())
      .addColumn('updated_at', instant, c => c.notNull())
      .addColumn('merged_into', id)
      .addColumn('anonymised_at', instant)
      .addUniqueConstraint('applicant_account', ['account_id'])
      .addUniqueConstraint('applicant_phone', ['phone_lookup'])
      .addUniqueConstraint('applicant_email', ['email_lookup']),
  )
  await index(db, 'applicant', 'applicant_id_number_lookup_index', ['id_number_lookup'])
  await index(db, 'applicant', 'applicant_person_lookup_index', ['person_lookup'])
  await run(
    createTable(db, 'applicant_sport')
      .addColumn('applicant_id', id, c => c.notNull())
      .addColumn('sport_code', 'varchar(30)', c => c.notNull())
      .addColumn('grade', 'varchar(12)', c => c.notNull())
      .addColumn('grade_number', 'varchar(40)', c => c.notNull())
      .addColumn('graded_on', day)
      .addColumn('result', 'varchar(16)', c => c.notNull())
      .addColumn('result_text', 'varchar(300)', c => c.notNull())
      .addColumn('years_trained', 'integer', c => c.notNull())
      .addPrimaryKeyConstraint('applicant_sport_key', ['applicant_id', 'sport_code']),
  )
  await index(db, 'applicant_sport', 'applicant_sport_sport_index', ['sport_code', 'grade'])
  await run(
    createTable(db, 'applicant_certificate')
      .addColumn('id', id, c => c.notNull().primaryKey())
      .addColumn('applicant_id', id, c => c.notNull())
      .addColumn('kind', 'varchar(30)', c => c.notNull())
      .addColumn('literal', 'varchar(60)', c => c.notNull())
      .addColumn('level', 'varchar(20)', c => c.notNull())
      .addColumn('number', 'varchar(40)', c => c.notNull())
      .addColumn('issued_on', day)
      .addColumn('expires_on', day),
  )
  await index(db, 'applicant_certificate', 'applicant_certificate_applicant_index', ['applicant_id'])
  await run(
    createTable(db, 'applicant_document')
      .addColumn('id', id, c => c.notNull().primaryKey())
      .addColumn('applicant_id', id, c => c.notNull())
      .addColumn('kind', 'varchar(30)', c => c.notNull())
      .addColumn('file_id', id, c => c.notNull())
      .addColumn('file_name', 'varchar(255)', c => c.notNull())
      .addColumn('media_type', 'varchar(20)', c => c.notNull())
      .addColumn('bytes', 'integer', c => c.notNull())
      .addColumn('created_at', instant, c => c.notNull()),
  )
  await index(db, 'applicant_document', 'applicant_document_applicant_index', ['applicant_id'])
  await run(
    createTable(db, 'applicant_unit')
      .addColumn('applicant_id', id, c => c.notNull())
      .addColumn('unit_code', 'varchar(8)', c => c.notNull())
      .addColumn('position', 'integer', c => c.notNull())
      .addPrimaryKeyConstraint('applicant_unit_key', ['applicant_id', 'unit_code']),
  )
  await run(
    createTable(db, 'consent')
      .addColumn('id', id, c => c.notNull().primaryKey())
      .addColumn('applicant_id', id, c => c.notNull())
      .addColumn('purpose', 'varchar(12)', c => c.notNull())
      .addColumn('version', 'varchar(20)', c => c.notNull())
      .addColumn('given_at', instant, c => c.notNull())
      .addColumn('withdrawn_at', instant),
  )
  await index(db, 'consent', 'consent_applicant_index', ['applicant_id'])
  await run(
    createTable(db, 'verification_code')
      .addColumn('id', id, c => c.notNull().primaryKey())
      .addColumn('purpose', 'varchar(12)', c => c.notNull())
      .addColumn('channel', 'varchar(8)', c => c.notNull())
      .addColumn('address_lookup', 'varchar(64)', c => c.notNull())
      .addColumn('client_lookup', 'varchar(64)', c => c.notNull())
      .addColumn('code_hash', 'varchar(64)', c => c.notNull())
      .addColumn('created_at', instant, c => c.notNull())
      .addColumn('expires_at', instant, c => c.notNull())
      .addColumn('attempts', 'integer', c => c.notNull())
      .addColumn('used_at', instant),
  )
  await index(db, 'verification_code', 'verification_code_address_lookup_index', [
    'address_lookup',
    'created_at',
  ])
  await index(db, 'verification_code', 'verification_code_client_index', ['client_lookup', 'created_at'])
  await run(
    createTable(db, 'personal_access')
      .addColumn('id', id, c => c.notNull().primaryKey())
      .addColumn('applicant_id', id, c => c.notNull())
      .addColumn('account_id', id)
      .addColumn('actor', 'varchar(80)', c => c.notNull())
      .addColumn('at', instant, c => c.notNull())
      .addColumn('what', 'varchar(20)', c => c.notNull())
      .addColumn('reason', 'varchar(400)', c => c.notNull()),
  )
  await index(db, 'personal_access', 'personal_access_applicant_index', ['applicant_id', 'at'])
  await run(
    createTable(db, 'sealed_file')
      .addColumn('id', id, c => c.notNull().primaryKey())
      .addColumn('key_id', 'varchar(20)', c => c.notNull())
      .addColumn('sha256', 'varchar(64)', c => c.notNull())
      .addColumn('bytes', sql`longblob`, c => c.notNull()),
  )
}

async function run(table: { execute(): Promise<void> }): Promise<void> {
  await table.execute()
}
