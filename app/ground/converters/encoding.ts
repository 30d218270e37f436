/** Signs looked at to tell the encoding; longer texts say nothing new. */
const SAMPLE_BYTES = 4096
/** UTF-16 of a European language: nearly every second byte is zero. */
const ZERO_SHARE = 0.4
/** A stray NUL or escape does happen in a text; compressed data holds one in ten. */
const CONTROL_SHARE = 0.01
const CONTROLS_FREE = 2

/**
 * The text in bytes: UTF-8 and UTF-16 (with or without byte order mark), else Windows-1252, which reads any byte.
 * Null where the bytes are no text at all.
 */
export function decodeText(bytes: Uint8Array): string | null {
  const utf16 = utf16Of(bytes)
  if (utf16) return new TextDecoder(utf16).decode(bytes)
  if (isBinary(bytes)) return null
  return decodeUtf8(bytes) ?? new TextDecoder('windows-1252').decode(bytes)
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return mostlyUtf8(bytes) ? new TextDecoder('utf-8').decode(bytes) : null
  }
}

/** A UTF-8 text cut in the middle of a sign, or with one foreign line, is still UTF-8. */
function mostlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes)
  let good = 0
  let bad = 0
  for (const sign of text) {
    if (sign === '\ufffd') bad += 1
    else if (sign > '\x7f') good += 1
  }
  return good > 4 * bad
}

function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const pairs = Math.min(bytes.length, SAMPLE_BYTES) >> 1
  if (pairs < 2) return null
  const zeros = [0, 0]
  for (let at = 0; at < pairs * 2; at += 1) if (bytes[at] === 0) zeros[at % 2]! += 1
  if (zeros[1]! > pairs * ZERO_SHARE && zeros[0]! < pairs * CONTROL_SHARE) return 'utf-16le'
  if (zeros[0]! > pairs * ZERO_SHARE && zeros[1]! < pairs * CONTROL_SHARE) return 'utf-16be'
  return null
}

function isBinary(bytes: Uint8Array): boolean {
  const length = Math.min(bytes.length, SAMPLE_BYTES)
  let controls = 0
  for (let at = 0; at < length; at += 1) if (isControl(bytes[at]!)) controls += 1
  return controls > Math.max(CONTROLS_FREE, length * CONTROL_SHARE)
}

/** Tab, line feed, vertical tab, form feed and carriage return belong to texts. */
function isControl(byte: number): boolean {
  return byte < 0x09 || (byte > 0x0d && byte < 0x20) || byte === 0x7f
}
