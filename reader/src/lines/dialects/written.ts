import { asciidoc } from './asciidoc.ts'
import { asWritten, type Dialect, type Written } from './dialect.ts'
import { dokuwiki } from './dokuwiki.ts'
import { html } from './html.ts'
import { mediawiki } from './mediawiki.ts'
import { org } from './org.ts'

const DIALECTS: readonly Dialect[] = [dokuwiki, mediawiki, asciidoc, org, html]

/** The dialect of marks that the lines are written in; null for Markdown, reStructuredText and plain text. */
export function dialectOf(texts: readonly string[]): Dialect | null {
  return DIALECTS.find(dialect => dialect.speaks(texts)) ?? null
}

/**
 * All lines with the marks of Markdown, whatever dialect they were written in, so that nothing behind this needs to know
 * dialects. One line for each line.
 */
export function writtenLines(raws: readonly string[]): readonly Written[] {
  const lines = raws.map(asWritten)
  const dialect = dialectOf(lines.map(line => line.text))
  return dialect ? dialect.write(lines) : lines
}
