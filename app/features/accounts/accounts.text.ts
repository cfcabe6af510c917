import { type Message, plural } from '#app/i18n/text.ts'
import type { Role } from '#db/tables.ts'
import type { AccountRefusal } from './account.rule.ts'
import type { PasswordProblem } from './password.rule.ts'

/** Words of signing in, of one's own account and of the accounts one manages. */
export const accountsText = {
  signIn: { 'zh-CN': '登录', en: 'Sign in' },
  signInLead: {
    'zh-CN': '请用本人的账号登录。',
    en: 'Please sign in with your own account.',
  },
  login: { 'zh-CN': '账号', en: 'Login' },
  loginOrAddress: { 'zh-CN': '账号、手机号或邮箱', en: 'Login, mobile number or e-mail' },
  password: { 'zh-CN': '密码', en: 'Password' },
  signInHint: {
    'zh-CN': '连续输错 5 次，账号锁定 15 分钟。忘记密码请联系上级管理员重置。',
    en: 'Five wrong attempts in a row lock the account for 15 minutes. Forgot it? Ask your administrator for a new one.',
  },
  signInRefusal: {
    wrong: { 'zh-CN': '账号或密码不正确。', en: 'The login or the password is wrong.' },
    disabled: {
      'zh-CN': '该账号已停用，请联系上级管理员。',
      en: 'This account has been disabled. Please ask your administrator.',
    },
  } satisfies Record<string, Message>,
  locked: {
    'zh-CN': ({ until }) => `输错次数过多，请于 ${until} 后再试。`,
    en: ({ until }) => `Too many wrong attempts. Please try again after ${until}.`,
  } satisfies Message<{ until: string }>,
  signedOut: { 'zh-CN': '您已退出。', en: 'You have signed out.' },

  setUp: { 'zh-CN': '首次使用：建立管理员', en: 'First use: the administrator' },
  setUpLead: {
    'zh-CN': '系统中还没有账号。请建立第一个管理员账号，其他账号由管理员建立。',
    en: 'There is no account yet. Please create the first administrator, who creates all others.',
  },
  setUpAction: { 'zh-CN': '建立并登录', en: 'Create and sign in' },
  alreadySetUp: {
    'zh-CN': '管理员刚刚已由他人建立，请直接登录。',
    en: 'Somebody has just created the administrator. Please sign in.',
  },

  myAccount: { 'zh-CN': '我的账号', en: 'My account' },
  profile: { 'zh-CN': '基本信息', en: 'Profile' },
  name: { 'zh-CN': '姓名', en: 'Name' },
  role: { 'zh-CN': '角色', en: 'Role' },
  unit: { 'zh-CN': '主管单位', en: 'Unit' },
  school: { 'zh-CN': '学校', en: 'School' },
  save: { 'zh-CN': '保存', en: 'Save' },
  saved: { 'zh-CN': '已保存。', en: 'Saved.' },
  changePassword: { 'zh-CN': '修改密码', en: 'Change the password' },
  mustChange: {
    'zh-CN': '您使用的是他人设置的密码，请先改成自己的密码。',
    en: 'Your password was set by somebody else. Please choose your own first.',
  },
  currentPassword: { 'zh-CN': '原密码', en: 'Current password' },
  newPassword: { 'zh-CN': '新密码', en: 'New password' },
  repeatPassword: { 'zh-CN': '再输一次新密码', en: 'New password again' },
  passwordHint: {
    'zh-CN': ({ least }) => `至少 ${least} 位，含大写字母、小写字母、数字、其他符号中的三类。`,
    en: ({ least }) =>
      `At least ${least} characters, of three kinds: capitals, small letters, digits, other signs.`,
  } satisfies Message<{ least: number }>,
  notRepeated: { 'zh-CN': '两次输入的新密码不一致。', en: 'The two new passwords differ.' },
  wrongCurrent: { 'zh-CN': '原密码不正确。', en: 'The current password is wrong.' },
  samePassword: { 'zh-CN': '新密码不能与原密码相同。', en: 'The new password is the old one.' },
  passwordChanged: {
    'zh-CN': '密码已修改，其他设备上的登录已退出。',
    en: 'The password is changed; your other sessions are signed out.',
  },
  sessions: { 'zh-CN': '登录中的设备', en: 'Where you are signed in' },
  device: { 'zh-CN': '浏览器', en: 'Browser' },
  since: { 'zh-CN': '登录时间', en: 'Signed in' },
  lastSeen: { 'zh-CN': '最近使用', en: 'Last used' },
  thisDevice: { 'zh-CN': '本机', en: 'This one' },
  signOut: { 'zh-CN': '退出登录', en: 'Sign out' },
  signOutOthers: { 'zh-CN': '退出其他设备', en: 'Sign out the others' },
  othersSignedOut: { 'zh-CN': '其他设备上的登录已退出。', en: 'Your other sessions are signed out.' },

  accounts: { 'zh-CN': '账号', en: 'Accounts' },
  accountsFound: {
    'zh-CN': ({ count }) => `共 ${count} 个账号`,
    en: ({ count }) => `${count} ${plural(count, 'account', 'accounts')}`,
  } satisfies Message<{ count: number }>,
  noAccounts: {
    'zh-CN': '没有符合条件的账号。可放宽条件，或新建账号。',
    en: 'No account fits. Widen the filter, or create an account.',
  },
  search: { 'zh-CN': '账号、姓名或学校', en: 'Login, name or school' },
  all: { 'zh-CN': '全部', en: 'All' },
  filter: { 'zh-CN': '查询', en: 'Show' },
  state: { 'zh-CN': '状态', en: 'State' },
  active: { 'zh-CN': '正常', en: 'Active' },
  disabled: { 'zh-CN': '已停用', en: 'Disabled' },
  lockedNow: { 'zh-CN': '已锁定', en: 'Locked' },
  createdAt: { 'zh-CN': '建立时间', en: 'Created' },
  createAccount: { 'zh-CN': '新建账号', en: 'New account' },
  create: { 'zh-CN': '建立', en: 'Create' },
  loginHint: {
    'zh-CN': '2 至 60 个汉字、字母、数字或 . _ - @，不分大小写，建立后不能修改。',
    en: '2 to 60 letters, digits or . _ - @; case makes no difference; it cannot be changed later.',
  },
  unitHint: { 'zh-CN': '角色为“县区管理员”时填写。', en: 'For a unit officer.' },
  schoolHint: {
    'zh-CN': '角色为“学校管理员”时填写 10 位学校标识码；评审专家在学校任职的也填写。',
    en: 'For a school manager: the 10-digit school code; also for an expert who works at a school.',
  },
  none: { 'zh-CN': '（无）', en: '(none)' },
  passwordOnce: {
    'zh-CN': ({ login }) => `请把以下密码告知 ${login}。密码只显示这一次，首次登录须修改。`,
    en: ({ login }) =>
      `Please pass this password on to ${login}. It is shown only once and must be changed at the first sign-in.`,
  } satisfies Message<{ login: string }>,
  resetPassword: { 'zh-CN': '重置密码', en: 'Reset the password' },
  resetLead: {
    'zh-CN': '重置后原密码失效，锁定解除，该账号须重新登录。',
    en: 'The old password no longer works, a lock opens, and the account is signed out.',
  },
  disable: { 'zh-CN': '停用账号', en: 'Disable the account' },
  disableLead: {
    'zh-CN': '停用后立即退出，不能再登录；已有的记录保留。',
    en: 'It is signed out at once and cannot come back; what it did stays on record.',
  },
  enable: { 'zh-CN': '恢复使用', en: 'Enable the account' },
  otherActions: { 'zh-CN': '其他操作', en: 'More' },
  back: { 'zh-CN': '返回', en: 'Back' },

  roles: {
    city: { 'zh-CN': '市级管理员', en: 'City bureau' },
    unit: { 'zh-CN': '县区管理员', en: 'Unit officer' },
    school: { 'zh-CN': '学校管理员', en: 'School manager' },
    applicant: { 'zh-CN': '应聘人', en: 'Applicant' },
    expert: { 'zh-CN': '评审专家', en: 'Expert' },
    auditor: { 'zh-CN': '审计员', en: 'Auditor' },
    admin: { 'zh-CN': '系统管理员', en: 'Administrator' },
  } satisfies Record<Role, Message>,

  refusal: {
    'bad-login': {
      'zh-CN': '账号应为 2 至 60 个汉字、字母、数字或 . _ - @。',
      en: 'A login has 2 to 60 letters, digits or . _ - @.',
    },
    'bad-name': { 'zh-CN': '姓名应为 1 至 60 个字。', en: 'A name has 1 to 60 characters.' },
    'login-taken': {
      'zh-CN': '该账号已存在，请换一个。',
      en: 'This login exists already. Please choose another.',
    },
    'role-not-allowed': { 'zh-CN': '您不能授予该角色。', en: 'This role is not yours to give.' },
    'unknown-unit': { 'zh-CN': '请选择主管单位。', en: 'Please choose a unit.' },
    'unknown-school': {
      'zh-CN': '您管理的学校中没有该标识码。',
      en: 'No school of yours has this code.',
    },
    'not-found': { 'zh-CN': '账号不存在。', en: 'There is no such account.' },
    yourself: {
      'zh-CN': '不能对本人账号做此操作。',
      en: 'You cannot do this to your own account.',
    },
    'last-admin': {
      'zh-CN': '系统至少须有一名系统管理员。',
      en: 'There must be at least one administrator.',
    },
    'too-short': {
      'zh-CN': '密码太短：至少 8 位，系统管理员至少 10 位。',
      en: 'The password is too short: at least 8 characters, 10 for an administrator.',
    },
    'too-long': {
      'zh-CN': '密码太长：至多 128 位。',
      en: 'The password is too long: at most 128 characters.',
    },
    'too-simple': {
      'zh-CN': '密码太简单：须含大写字母、小写字母、数字、其他符号中的三类。',
      en: 'The password is too simple: use three of capitals, small letters, digits and other signs.',
    },
    'is-login': { 'zh-CN': '密码不能与账号相同。', en: 'The password must not be the login.' },
  } satisfies Record<AccountRefusal | PasswordProblem, Message>,
} as const
