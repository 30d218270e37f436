import type { Settings } from '../settings.ts'

/**
 * No script or style but our own files, no framing, no referrer: an address may hold a secret (OWASP ASVS 5.0, 3.4).
 * `embedded`: a page without cookies that other sites may show in a frame; it has no form.
 */
export function securityHeaders({ publicUrl }: Pick<Settings, 'publicUrl'>, embedded: boolean): [string, string][] {
  const [forms, frames] = embedded ? ["'none'", '*'] : ["'self'", "'none'"]
  const always: [string, string][] = [
    [
      'content-security-policy',
      `default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'self'; form-action ${forms}; base-uri 'none'; frame-ancestors ${frames}`,
    ],
    ['referrer-policy', 'no-referrer'],
    ['x-content-type-options', 'nosniff'],
    ['cross-origin-opener-policy', 'same-origin'],
    ['cross-origin-resource-policy', embedded ? 'cross-origin' : 'same-origin'],
    ['permissions-policy', 'camera=(), microphone=(), geolocation=()'],
  ]
  const secure = publicUrl?.startsWith('https:')
  return secure ? [...always, ['strict-transport-security', 'max-age=31536000; includeSubDomains']] : always
}
