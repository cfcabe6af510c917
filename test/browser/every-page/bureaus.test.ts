import { testPagesOf } from './every-page.ts'

testPagesOf(['city', 'donghai', 'auditor'])
