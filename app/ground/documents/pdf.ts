import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { initSync, type TypstCompiler, TypstCompilerBuilder } from '@myriaddreamin/typst-ts-web-compiler'
import { type Block, type Document, directionOf, languageOf, oneLine, windowAt } from './document.ts'
import { template } from './template.ts'

/** Noto Sans, and Vazirmatn for Arabic script: of the fonts tried, its words are found again by the most programs. */
const FONTS = [
  '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
  '@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf',
  'vazirmatn/fonts/ttf/Vazirmatn-Regular.ttf',
  'vazirmatn/fonts/ttf/Vazirmatn-Bold.ttf',
]

const { resolve } = createRequire(import.meta.url)
let compiler: Promise<TypstCompiler> | null = null

/** WebAssembly, so one file for every machine, that reads no file and asks no network: what it needs is handed to it. */
async function compilerWithFonts(): Promise<TypstCompiler> {
  initSync({ module: readFileSync(resolve('@myriaddreamin/typst-ts-web-compiler/wasm')) })
  const builder = new TypstCompilerBuilder()
  builder.set_dummy_access_model()
  for (const path of FONTS) await builder.add_raw_font(readFileSync(resolve(path)))
  const made = await builder.build()
  made.add_source(TEMPLATE, template)
  return made
}

const TEMPLATE = '/document.typ'
/** Of what the compiler knows of a mistake: where it is and what it says. */
const BRIEFLY = 2

/**
 * A document as PDF: tagged, so that a screen reader knows headings, lists and tables. Its words go in as data: the
 * template alone is Typst. Throws where Typst refuses.
 */
export async function pdfOf(document: Document): Promise<Uint8Array> {
  compiler ??= compilerWithFonts()
  const typst = await compiler
  const inputs = [['document', JSON.stringify(typed(document))]]
  const compiled: Compiled = typst.compile(TEMPLATE, inputs, 'pdf', BRIEFLY)
  if (!compiled.result) throw new Error(JSON.stringify(compiled.diagnostics ?? null))
  return compiled.result
}
type Compiled = { readonly result?: Uint8Array; readonly diagnostics?: unknown }

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
  const { letterhead, window } = document
  return {
    title: oneLine(document.title),
    language: document.language,
    direction: document.direction,
    letterhead: letterhead && { name: said(letterhead.name), lines: letterhead.lines.map(said) },
    window: window ? { back: said(window.back), lines: window.lines.map(said), date: said(window.date) } : null,
    at: windowAt,
    page: document.pages.page,
    of: document.pages.of,
    blocks: document.blocks.map(block),
  }
}
