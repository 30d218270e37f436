import { beginsCapital } from './capitals.ts'
import { isFirstName } from './first-names.ts'
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
  const noun = words.find(word => beginsCapital(word)) ?? words[0] ?? ''
  return noun.replace(/[,;:]$/, '').replace(GENDER_FORM, '')
}

const PARTY =
  /^(?:Fraktion )?(?:CDU|CSU|SPD|FDP|AfD|BSW|SSW|ÖDP|ödp|(?:Die )?Linke|(?:Die )?Grünen?|Bündnis ?90.{0,15}|B90.{0,15}|GAL|Freie Wähler(?:gemeinschaft)?|FWG?|UWG|BfB|Piraten|Volt|ÖVP|SPÖ|FPÖ|NEOS|SVP|SP|GLP|EVP|Die Mitte|(?:partei|fraktions)los)(?:[ /-](?:Fraktion|Gruppe|CSU|FDP|Piraten|Die Linke|Grüne))?$/i
/** Ends of words for what a person does or is, as lists write them before a name ("Stadtrat Wenderoth", "Obfrau Haslauer"). */
const CALLING =
  /(?:meister|führer|leiter|leitung|vorsteher|vorsitzende[rn]?|rat|rät|herr|frau|mann|leute|wart|präsident|minister|dezernent|beauftragte[rn]?|sprecher|architekt|regisseur|kassier|kassierer|schatzmeister|beirat|kaplan|diakon|diakonisse|vikar|dekan|superintendent|presbyter|pfarrer|pastor|schwester|bruder|trainer|direktor|rektor|ingenieur|anwalt|notar|lehrer|betreuer|koordinator|referent|kommissar|inspektor|gärtner|förster|dirigent|organist|kantor|küster|mesner|sekretär|assistent|berater|prüfer|praktikant|landwirt|manager|mitglied|mitglieder|beisitzer|beirät|kollege|kollegin|kamerad|genosse|genossin|freund|geordnete[rn]?|wirt|chef|referendar|student|vertreter|vertretung|abgeordnete[rn]?|magistrat|verwalter|obmann|räte|damen|herren|gast)(?:in|innen|en|n|e)?$/iu
const DEPUTY_BEHIND = /-(?:Stv|Stellv)\.?$/
const COUNTED =
  /^(?:\d\. ?|(?:stv|stellv|ehem|komm|stellvertretende[rn]?|ehemalige[rn]?|kommissarische[rn]?|unser|unsere[rn]?|der|die|das) ?\.? )/iu
/** "GR Karl Berg", "POK Gesa Berg": a rank in capitals. */
const RANK = /^(?:[A-ZÄÖÜ]{2,3}|EPHK|StR|StRin|RAin|RA|OStR|StD|MdL|MdB|Bgm\.?|Bgmin\.?|Vbgm\.?)$/
/** "Kam. Sönke Berg": an abbreviation, but not of a first name ("Chr. Berg"). */
const ABBREVIATION = /^\p{Lu}\p{Ll}{2,7}\.$/u
const SHORT_FIRST_NAME = /^(?:Chr|Joh|Wilh|Gerh|Fried|Herm|Hch|Alex|Seb|Ther|Kath|Elis)\.$/

/**
 * The functions, callings and ranks that stand before a name: "Ratsherr" of "Ratsherr Udo Fink", "1. Vorsitzender" of
 * "1. Vorsitzender Horst Eber". Null where the name begins at once; a name is left in any case.
 */
export const officeBefore = remembered((text: string): string | null => {
  let rest = text.trim()
  for (let cut = leadingOffice(rest); cut > 0; cut = leadingOffice(rest)) rest = rest.slice(cut).trim()
  return rest === text.trim() ? null : text.trim().slice(0, -rest.length).trim()
})

/** The name without functions, callings and ranks before it. */
export function withoutOffice(text: string): string {
  const office = officeBefore(text)
  return office === null ? text.trim() : text.trim().slice(office.length).trim()
}

/** How many signs at the beginning are an office; 0 for none. */
function leadingOffice(text: string): number {
  const counted = COUNTED.exec(text)?.[0].length ?? 0
  const words = text.slice(counted).split(' ')
  const [first = '', second = '', third = ''] = words
  if (!beginsCapital(second) || (counted === 0 && isFirstName(first))) return 0
  const bare = first.replace(DEPUTY_BEHIND, '').replace(GENDER_FORM, '')
  const isCalling = CALLING.test(bare) || RANK.test(first)
  const isShort = third !== '' && ABBREVIATION.test(first) && !SHORT_FIRST_NAME.test(first)
  const isBeforeFullName =
    third !== '' &&
    beginsCapital(third) &&
    /^\p{Lu}\p{Ll}{3,}$/u.test(first) &&
    isFirstName(second) &&
    !isFirstName(third)
  return isCalling || isShort || isBeforeFullName ? counted + first.length + 1 : 0
}

/** True of words that name a party or its group in a council ("SPD", "CDU-Fraktion", "Bündnis 90/Die Grünen"). */
export function isParty(text: string): boolean {
  return PARTY.test(text.trim())
}
