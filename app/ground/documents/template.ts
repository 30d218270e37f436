/**
 * The one page layout, in Typst 0.14. What a document says comes in by `sys.inputs` as JSON and is set as text; nothing
 * of it is evaluated. Words are not parted at line ends, so that they are found and read aloud whole.
 */
export const template = `
#let d = json(bytes(sys.inputs.document))
#let way(name) = if name == "rtl" { rtl } else { ltr }
#let said(p) = if p.lang == d.language { p.text } else { text(lang: p.lang, dir: way(p.dir), p.text) }
#let passage(p, body) = if p.dir == d.direction { body } else {
  set text(lang: p.lang, dir: way(p.dir))
  set align(start)
  body
}
#let field(f) = { text(weight: "bold", f.label + ": "); said(f.value) }
#let quiet(body) = text(fill: luma(75), size: 9.5pt, body)

#let sheet = (left: 25mm, top: 22mm)
// From the upper left corner of the first sheet, whichever way the text runs.
#let from-corner(x, y, body) = place(top + left, dx: x * 1mm - sheet.left, dy: y * 1mm - sheet.top, body)

#set document(title: d.title, author: if d.letterhead == none { () } else { d.letterhead.name.text }, date: none)
#set text(lang: d.language, dir: way(d.direction), font: ("Noto Sans", "Vazirmatn"), size: 10.5pt, hyphenate: false, costs: (orphan: 100%, widow: 100%))
#set par(leading: 0.62em, spacing: 1.15em, justify: false)
#set page(
  paper: "a4",
  margin: if d.window == none { (x: 2.4cm, top: 2.2cm, bottom: 2.4cm) } else { (left: sheet.left, right: 20mm, top: sheet.top, bottom: 2.4cm) },
  background: if d.window != none {
    context if counter(page).get().first() == 1 {
      for fold in d.at.folds { place(top + left, dx: 4mm, dy: fold * 1mm, line(length: 5mm, stroke: 0.4pt + luma(120))) }
    }
  },
  footer: context align(end, quiet(d.page + " " + str(counter(page).get().first()) + " " + d.of + " " + str(counter(page).final().first()))),
)
#set list(indent: 0.4em, body-indent: 0.6em, spacing: 0.75em)
#set table(stroke: (x, y) => (bottom: 0.5pt + luma(150), top: if y == 0 { 0.5pt + luma(150) }), inset: (x: 5pt, y: 6pt))
#show heading: set text(weight: "bold")
#show heading.where(level: 1): set text(size: if d.window == none { 17pt } else { 11pt })
#show heading.where(level: 1): set block(above: 1em, below: 1em)
#show heading.where(level: 2): set text(size: 13.5pt)
#show heading.where(level: 2): set block(above: 1.7em, below: 0.85em)
#show heading.where(level: 3): set text(size: 12.2pt)
#show heading.where(level: 3): set block(above: 1.6em, below: 0.9em)
#show heading: set block(sticky: true)

#if d.window != none {
  let at = d.at
  let field(y, body) = from-corner(at.left + at.inset, y, box(width: (at.width - at.inset) * 1mm, align(left, body)))
  if d.letterhead != none {
    from-corner(25, at.letterhead, box(width: 165mm, {
      par(spacing: 0.5em, text(weight: "bold", size: 11.5pt, said(d.letterhead.name)))
      for line in d.letterhead.lines { par(spacing: 0.5em, quiet(said(line))) }
    }))
  }
  field(at.back, text(size: 7pt, said(d.window.back)))
  for (nth, line) in d.window.lines.enumerate() { field(at.address + nth * at.line, text(size: 9.5pt, said(line))) }
  v(at.text * 1mm - sheet.top)
  align(end, said(d.window.date))
} else if d.letterhead != none {
  block(width: 100%, below: 2.2em, stroke: (bottom: 0.8pt + luma(120)), inset: (bottom: 7pt), {
    par(spacing: 0.55em, text(weight: "bold", size: 11.5pt, said(d.letterhead.name)))
    for line in d.letterhead.lines { par(spacing: 0.5em, quiet(said(line))) }
  })
}

#heading(level: 1, d.title)

#let nested(items, level) = {
  let at = 0
  let made = ()
  while at < items.len() {
    let below = ()
    let next = at + 1
    while next < items.len() and items.at(next).level > level { below.push(items.at(next)); next += 1 }
    let item = items.at(at)
    made.push(passage(item.text, item.text.text) + if below.len() > 0 { nested(below, level + 1) })
    at = next
  }
  list(..made)
}

// Where one takes several lines, more room shows where the next one begins.
#let between(fields) = if fields.any(f => f.value.text.len() > 45) { 1.1em } else { 0.6em }
// An address, a path or a span of hours that a line end parts is none any more.
#show regex("(?:https?://|[\\w.+-]+@|\\S+[:/\\\\\\\\–])\\S+"): it => if it.text.len() < 70 { box(it) } else { it }
#let fields(b) = for f in b.fields { par(spacing: between(b.fields), field(f)) }

// Entries stay on one page, unless they are too long for that.
#let paragraph(b) = block(width: 100%, breakable: b.text.text.len() > 1500, above: 1.25em, below: 1.25em, {
  let label = if b.label != "" { text(weight: "bold", b.label + ":") }
  // In one line with a text of the other direction the label would stand among its words.
  if b.label != "" and b.text.dir != d.direction {
    par(spacing: 0.6em, label)
    par(spacing: 0.6em, passage(b.text, said(b.text)))
  } else { par(spacing: 0.6em, { if b.label != "" { label; [ ] }; said(b.text) }) }
  if b.details.len() > 0 {
    // Far enough in that no program takes it for the next line of the text above.
    let inset = if d.direction == "rtl" { (right: 3.1em) } else { (left: 3.1em) }
    block(inset: inset, above: 0.7em, for f in b.details { par(spacing: between(b.details), hanging-indent: 1em, { f.label + ": "; said(f.value) }) })
  }
})

#let drawn(b) = {
  let room = b.columns.any(c => c.kind == "room")
  table(
    columns: b.columns.map(c => if c.kind == "room" { 1.3fr } else if c.kind == "text" { 1fr } else { auto }),
    align: (x, y) => (if b.columns.at(x).kind == "number" { end } else { start }) + (if room { horizon } else { top }),
    table.header(..b.columns.map(c => text(weight: "bold", said(c.label)))),
    ..b.rows.map(row => row.enumerate().map(((x, c)) => if b.columns.at(x).kind == "room" {
      table.cell(inset: (y: 14pt), said(c))
    } else { said(c) })).flatten(),
  )
}

#let signatures(b) = for p in b.under {
  block(above: 3.6em, breakable: false, { line(length: 45%, stroke: 0.6pt); v(-0.6em); quiet(said(p)) })
}

#for b in d.blocks {
  if b.kind == "fields" { fields(b) }
  if b.kind == "heading" { heading(level: b.level, passage(b.text, b.text.text)) }
  if b.kind == "paragraph" { paragraph(b) }
  if b.kind == "list" { nested(b.items, 1) }
  if b.kind == "table" { drawn(b) }
  if b.kind == "signatures" { signatures(b) }
}
`
