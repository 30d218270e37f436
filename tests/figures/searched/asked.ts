import type { SearchInput } from '../../../app/features/search/contract.ts'

/** From the word in every third line to one that is nowhere; pairs, parts of compounds, filters. */
export const QUESTIONS: readonly Partial<SearchInput>[] = [
  { q: 'Stadtverwaltung' },
  { q: 'berichtet' },
  { q: 'Runde' },
  { q: 'Verwaltung' },
  { q: 'Stadtverwaltung Bericht' },
  { q: 'Unterkunft' },
  { q: 'Sprachkurse' },
  { q: 'Kurs' },
  { q: 'Lärmschutzwand' },
  { q: 'Schutz' },
  { q: 'Fahrradständer Bibliothek' },
  { q: 'Zimtstern' },
  { q: 'Kaestner' },
  { q: 'Stadtverwaltung Zimtstern' },
  { q: 'Quastenflosser' },
  { q: 'Stadtverwaltung', from: '2020-01-01', until: '2020-12-31' },
  { q: 'Sprachkurs', kind: 'entry' },
  { q: 'Wohnraum', kind: 'meeting' },
  { q: 'Beratungsstelle am Markt' },
  { q: 'Integrationsrat Sitzung' },
]

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}
