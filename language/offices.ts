import { remembered } from './remembered.ts'

/** Ends of words that name a unit or a function; the word before them may be anything ("Koordinierungsstelle"). */
const UNIT =
  /(?:stelle|büro|amt|amte?s|referat|dezernat|vorstand|vorstands|präsidium|sekretariat|leitung|verwaltung|koordination|management|magistrat|senat|rektorat|dekanat|plenum|kollegium|beirat|ausschuss|kommission|redaktion|gruppe|abteilung|kasse|team|behörde)$/i
const FUNCTION =
  /(?:beauftragte[rn]?|vorsitzende[rn]?|vorsteher|obmann|obfrau|stadtrat|gemeinderat|ortsrat|kreisrat|schulrat|sprecher|koordinator|präsident|protokollant|protokollführer|aktuar|schriftführer|geschäftsführer|versammlungsleiter|sitzungsleiter|leiter|dezernent|landrat|landrät|bürgermeister|schatzmeister|minister|referent|kassier|kassierer|(?:kassen|jugend|sport|zeug|geräte|platz)wart)(?:in|innen|en|s)?$/i
const MANAGEMENT = /(?:geschäfts|protokoll|schrift|kassen|buch)führung$|^vorsitz$|^moderation$/i
const ALLIANCE =
  /^(?:AG|AK|AS|UAG|Arbeitsgruppe|Arbeitskreis|Referat|Amt|Ressort|Team|Fachbereich|Projektgruppe|Runde[rnm]?|Taskforce)$/u
const ORGANISATION =
  /(?:verein|verband|bund|stiftung|gemeinde|diakonie|kirche|partei|fraktion|schule|hochschule|universität|bibliothek|zentrum|netzwerk|initiative|ministerium|kammer|gesellschaft|stadt|landkreis|kreis|caritas)(?:e[sn]?|s)?$/i
const LEGAL_FORM = /(?:^| )(?:e\. ?V\.?|eV|gGmbH|GmbH|gUG|UG|KG|eG|SE|KdöR)$/u
const ARTICLE = /^(?:der|die|das|den|dem|des|ein|eine|einen|einem|einer|unser|unsere|unseren|unserem) /i
const GENDER_FORM = /[:*_/]-?in(?:nen)?$/

/** True of words that name what a person is ("Protokollführer:in", "die Vorsitzende"), not a unit. */
export const isFunction = remembered((text: string): boolean => {
  return FUNCTION.test(firstNounOf(text))
})

/**
 * True of words that name a function or a unit ("Koordinierungsstelle", "der Vorstand", "AG Wohnen",
 * "Protokollführer:in"): an owner that stays when the person changes. Its first noun decides.
 */
export const isOffice = remembered((text: string): boolean => {
  const word = firstNounOf(text)
  return UNIT.test(word) || FUNCTION.test(word) || MANAGEMENT.test(word) || ALLIANCE.test(word)
})

/** True of words that name an organisation ("Musterverein e.V.", "der Caritasverband", "Stadt Neuental"). */
export const isOrganisation = remembered((text: string): boolean => {
  return LEGAL_FORM.test(text.trim()) || ORGANISATION.test(firstNounOf(text))
})

function firstNounOf(text: string): string {
  const words = text.trim().replace(ARTICLE, '').split(' ')
  const noun = words.find(word => /^\p{Lu}/u.test(word)) ?? words[0] ?? ''
  return noun.replace(/[,;:]$/, '').replace(GENDER_FORM, '')
}
