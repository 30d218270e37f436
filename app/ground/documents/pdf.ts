import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { NodeCompiler, PdfStandard } from '@myriaddreamin/typst-ts-node-compiler'
import { type Block, type Document, directionOf, languageOf, oneLine } from './document.ts'
import { template } from './template.ts'

/** Noto Sans, and Vazirmatn for Arabic script: of the fonts tried, its words are found again by the most programs. */
const FONTS = [
  '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
  '@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf',
  'vazirmatn/fonts/ttf/Vazirmatn-Regular.ttf',
  'vazirmatn/fonts/ttf/Vazirmatn-Bold.ttf',
]

let compiler: NodeCompiler | null = null

function compilerWithFonts(): NodeCompiler {
  const { resolve } = createRequire(import.meta.url)
  const fontBlobs = FONTS.map(path => readFileSync(resolve(path)))
  compiler ??= NodeCompiler.create({ fontArgs: [{ fontBlobs }] })
  return compiler
}

/**
 * A document as PDF: tagged, as PDF/UA-1 wants it (ISO 14289-1). Its words go in as data: the template alone is Typst.
 * Throws where Typst refuses.
 */
export function pdfOf(document: Document): Uint8Array {
  const typst = compilerWithFonts()
  const compiled = typst.compile({ mainFileContent: template, inputs: { document: JSON.stringify(typed(document)) } })
  const { result } = compiled
  if (!result) throw new Error(JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics ?? null))
  const bytes = typst.pdf(result, { pdfStandard: PdfStandard.UA_1 })
  typst.evictCache(KEPT_COMPILATIONS)
  return bytes
}

const KEPT_COMPILATIONS = 2

/** A passage with the direction and language it is set in. */
function typed(document: Document) {
  const said = (text: string) => {
    const line = oneLine(text)
    return { text: line, dir: directionOf(line) ?? document.direction, lang: languageOf(line, document) }
  }
  const fields = (all: readonly { label: string; value: string }[]) =>
    all.map(({ label, value }) => ({ label: oneLine(label), value: said(value) }))
  const block = (one: Block) => {
    switch (one.kind) {
      case 'fields':
        return { kind: one.kind, fields: fields(one.fields) }
      case 'heading':
        return { kind: one.kind, level: one.level, text: said(one.text) }
      case 'paragraph':
        return {
          kind: one.kind,
          label: one.label === null ? '' : oneLine(one.label),
          text: said(one.text),
          details: fields(one.details ?? []),
        }
      case 'list':
        return { kind: one.kind, items: one.items.map(({ level, text }) => ({ level, text: said(text) })) }
      case 'table':
        return {
          kind: one.kind,
          columns: one.table.columns.map(({ label, kind }) => ({ label: said(label), kind })),
          rows: one.table.rows.map(row => row.map(said)),
        }
      case 'signatures':
        return { kind: one.kind, under: one.under.map(said) }
    }
  }
  const { letterhead } = document
  return {
    title: oneLine(document.title),
    language: document.language,
    direction: document.direction,
    letterhead: letterhead && { name: said(letterhead.name), lines: letterhead.lines.map(said) },
    page: document.pages.page,
    of: document.pages.of,
    blocks: document.blocks.map(block),
  }
}
