const browsers: readonly [RegExp, string][] = [
  [/MicroMessenger\/(\d+)/, '微信'],
  [/(?:QIHU 360|360)(?:SE|EE)/, '360'],
  [/Edg\/(\d+)/, 'Edge'],
  [/Firefox\/(\d+)/, 'Firefox'],
  [/Chrome\/(\d+)/, 'Chrome'],
  [/Version\/(\d+).*Safari\//, 'Safari'],
]

const systems: readonly [RegExp, string][] = [
  [/Windows NT 6\.1/, 'Windows 7'],
  [/Windows/, 'Windows'],
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
]

/** A User-Agent as a person knows it, 'Edge 120, Windows'; the text itself when it is none of those. */
export function browserName(userAgent: string): string {
  const browser = browsers.find(([sign]) => sign.test(userAgent))
  const system = systems.find(([sign]) => sign.test(userAgent))
  if (browser === undefined) return userAgent.slice(0, 40)
  const version = userAgent.match(browser[0])?.[1]
  return [[browser[1], version].filter(Boolean).join(' '), system?.[1]].filter(Boolean).join(', ')
}
