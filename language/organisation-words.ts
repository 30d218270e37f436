/**
 * Words that German names of organisations are made of. A head is the noun that says what it is ("Verein"); `gender`
 * gives an adjective before it its ending ("der Evangelischen Kirche" is the "Evangelische Kirche").
 * - `authority`: there is one of its kind at a place, so it may stand alone ("das Jugendamt").
 * - `territory`: a place that acts; it needs its name ("die Stadt Neuental").
 * - `group`: a working group, named by what it works on ("AG Wohnen").
 * - `named`: it needs a name beside it ("der Verein" alone is any). `house`: people's names may stand before it.
 */
export type HeadKind = 'authority' | 'territory' | 'group' | 'named' | 'house'
export type Head = { readonly kind: HeadKind; readonly gender: 'm' | 'f' | 'n'; readonly word: string }

type Form = { readonly kind: HeadKind; readonly gender: Head['gender']; readonly pattern: RegExp }

/** What stands before "rat" and "beirat" in names of bodies; "Vorrat" and "Landrat" are none. */
const COUNCIL_OF =
  'Stadt|Gemeinde|Ortschafts|Orts|Quartiers|Stadtteil|Stadtbezirks|Bezirks|Kirchen|Pfarrgemeinde|Betriebs|Personal|Eltern|Schüler|Studierenden|Studenten|Fachschafts|Flüchtlings|Ausländer|Integrations|Migrations|Migranten|Migrant[:*_]innen|Senioren|Jugend|Kinder|Frauen|Behinderten|Kultur|Sport|Landes|Bundes|Kreis|Verwaltungs|Aufsichts|Stiftungs|Presse|Einwohner|Bürger|Natur'

const FORMS: readonly Form[] = [
  form('authority', 'n', /^(?!(?:Ehren|Haupt|Lehr|Ges|Be|Hoch)amt)\p{Lu}[\p{L}-]{2,30}amt(?=(?:e?s)?$)/u),
  form('authority', 'n', /^\p{Lu}?[\p{L}-]{0,30}[Mm]inisterium(?=s?$)/u),
  form('authority', 'f', /^\p{Lu}[\p{L}-]{2,30}behörde$/u),
  form('authority', 'm', new RegExp(`^(?:${COUNCIL_OF})(?:bei)?rat(?=(?:e?s)?$)`, 'u')),
  form('authority', 'm', /^(?:Land)?(?:Kreis|kreis|Land|Bundes|Städte|Gemeinde)tag(?=(?:e?s)?$)/u),
  form('authority', 'n', /^(?:Jobcenter|Quartiers?management|Regierungspräsidium|Landratsamt)(?=s?$)/u),
  form('authority', 'f', /^(?:Stadt|Kreis|Landkreis|Gemeinde|Bezirks|Senats)verwaltung$/u),
  form(
    'authority',
    'f',
    /^(?:(?:Landes|Bundes|Staats)regierung|(?:Staats|Senats)kanzlei|Arbeitsagentur|Volkshochschule)$/u,
  ),
  form(
    'authority',
    'n',
    /^(?:Amts|Land|Oberlandes|Verwaltungs|Oberverwaltungs|Sozial|Arbeits|Bundesverfassungs)gericht(?=(?:e?s)?$)/u,
  ),
  form('authority', 'f', /^(?:Stadt|Landes|Staats|Universitäts)bibliothek$/u),

  form('territory', 'f', /^(?:Stadt|Hansestadt|Landeshauptstadt|Gemeinde|Samtgemeinde|Verbandsgemeinde)$/u),
  form('territory', 'm', /^(?:Landkreis|Kreis|Saalekreis|Freistaat|Bezirk)(?=(?:e?s)?$)/u),

  form('group', 'f', /^(?:AG|UAG|Arbeitsgruppe|Arbeitsgemeinschaft|Projektgruppe|Steuerungsgruppe|Fachgruppe)$/u),
  form('group', 'm', /^(?:AK|Arbeitskreis|Freundeskreis|Helferkreis|Unterstützerkreis|Gesprächskreis)(?=(?:e?s)?$)/u),

  form('named', 'm', /^[\p{L}-]{0,40}(?:[Vv]erein|[Vv]erband|[Bb]eirat|[Cc]lub|[Kk]lub|chor|treff|ring)(?=(?:e?s)?$)/u),
  form(
    'named',
    'm',
    /^(?:Bund|[\p{L}-]{2,30}(?<!Bühnen|Ver)bund|[\p{L}-]{0,30}[Aa]usschuss|[\p{L}-]{0,20}[Dd]ienst|Fachdienst|Fachbereich|Kirchenkreis|Zweckverband)(?=(?:e?s)?$)/u,
  ),
  form(
    'named',
    'n',
    /^[\p{L}-]{0,40}(?:[Nn]etzwerk|[Bb]üro|[Ff]orum|[Kk]ollektiv|[Rr]eferat|[Dd]ezernat|[Kk]linikum|[Kk]rankenhaus|[Mm]useum|[Tt]heater|[Zz]entrum)(?=(?:e?s)?$)/u,
  ),
  form('named', 'n', /^[\p{L}-]{0,40}[Bb]ündnis(?=(?:ses)?$)/u),
  form(
    'named',
    'f',
    /^[\p{L}-]{0,40}(?:[Ii]nitiative|[Kk]ita|[Kk]oordination|[Kk]ammer|[Ff]raktion|[Pp]artei|[Gg]ewerkschaft|[Gg]enossenschaft|[Aa]llianz|[Pp]lattform|[Kk]ommission|[Kk]linik|[Ff]euerwehr|(?:beratungs|koordinierungs|fach|anlauf|geschäfts|melde)stelle|(?:Beratungs|Koordinierungs|Fach|Anlauf|Geschäfts)stelle)$/u,
  ),
  form(
    'named',
    'f',
    /^(?:[\p{L}-]{3,30}(?:hilfe|werkstatt)|Kirche|[\p{L}-]{0,20}[Kk]irch(?:en)?gemeinde|Pfarrei|Opferberatung|Migrationsberatung|[\p{L}-]{0,20}[Bb]ürgerschaft)$/u,
  ),
  form(
    'named',
    'n',
    /^(?:Frauen|Kultur|Literatur|Jugend|Bürger|Mehrgenerationen|Nachbarschafts|Familien|Künstler|Umwelt)haus(?=(?:es)?$)/u,
  ),

  form(
    'house',
    'f',
    /^[\p{L}-]{0,60}(?:[Ss]tiftung|[Gg]esellschaft|[Uu]niversität|[Hh]ochschule|[Ss]chule|[Aa]kademie|[Bb]ibliothek)$/u,
  ),
  form('house', 'n', /^(?:[\p{L}-]{0,40}(?:[Ii]nstitut|[Gg]ymnasium|[Kk]olleg))(?=(?:e?s)?$)/u),
]

function form(kind: HeadKind, gender: Head['gender'], pattern: RegExp): Form {
  return { kind, gender, pattern }
}

const SUFFIXES =
  /(?:amt|ium|örde|rat|tag|ter|ent|ung|lei|tur|ule|ek|icht|adt|inde|eis|aat|irk|AG|AK|UAG|ppe|aft|ein|and|ub|hor|eff|ring|und|uss|nst|ich|erk|üro|rum|tiv|iat|ikum|aus|eum|nis|ive|ita|ion|mer|tei|anz|orm|nik|ehr|lle|lfe|att|che|rei|tät|mie|tut|eg|erat|nat|ium)(?:e?s|ses)?$/u

/** The head that a word is, in the nominative ("Vereins" is "Verein"), or null. */
export function headOfWord(word: string): Head | null {
  if (!SUFFIXES.test(word)) return null
  for (const { kind, gender, pattern } of FORMS) {
    const match = pattern.exec(word)
    if (match) return { kind, gender, word: match[0] }
  }
  return null
}

/** Adjectives that belong to names, without their ending. */
const NAMING =
  /^(?:Evangelisch|Katholisch|Islamisch|Muslimisch|Jüdisch|Israelitisch|Alevitisch|Ökumenisch|Deutsch|Bayerisch|Sächsisch|Thüringisch|Hessisch|Brandenburgisch|Württembergisch|Badisch|Niedersächsisch|Rheinisch|Westfälisch|Hallesch|Kurdisch|Syrisch|Afghanisch|Ukrainisch|Polnisch|Türkisch|Arabisch|Iranisch|Vietnamesisch|Afrikanisch|Europäisch|Technisch|Freiwillig|Frei|International|National|Interkulturell|Interreligiös|Soziokulturell|Städtisch|Staatlich|Bundesweit|Paritätisch|Kassenärztlich|Kommunal|Psychosozial)(?=e[rsnm]?$)/u
const ENDINGS = { m: 'er', f: 'e', n: 'es' } as const

/** The adjective of a name in the nominative of the head it stands before ("Evangelischen" + Kirche), or null. */
export function namingAdjective(word: string, gender: Head['gender']): string | null {
  const stem = NAMING.exec(word)?.[0]
  return stem === undefined ? null : stem + ENDINGS[gender]
}

/** Names that say by themselves that they are an organisation's; words are parted by blanks. */
export const KNOWN_NAMES = [
  'AWO|Arbeiterwohlfahrt|Caritas|Caritasverband|Diakonie|Diakonisches Werk|DRK|Deutsches Rotes Kreuz|Rotes Kreuz',
  'Arbeiter-Samariter-Bund|ASB|Malteser|Johanniter|Paritätischer Wohlfahrtsverband|Der Paritätische|Volkssolidarität|Lebenshilfe',
  'Internationaler Bund|Kolping|Kolpingwerk|Heilsarmee|Bahnhofsmission|Freiwillige Feuerwehr|THW|DLRG|CVJM|VCP|BDKJ|Kinderschutzbund',
  'BAMF|Bundesagentur für Arbeit|Agentur für Arbeit|IHK|HWK|DGB|ver.di|GEW|IG Metall|IG BAU|IG BCE|NGG',
  'ADFC|VCD|NABU|Greenpeace|Amnesty International|Pro Asyl|PRO ASYL|UNHCR|UNICEF|Ärzte ohne Grenzen|Seebrücke|Omas gegen Rechts',
  'CDU|CSU|SPD|FDP|AfD|BSW|Bündnis 90/Die Grünen|Die Grünen|Die Linke|VHS|AOK|Bundeswehr|Bundespolizei',
]
  .join('|')
  .split('|')

/** Legal forms, as one word; "e. V." and "gem. e.V." are put together before. */
export const LEGAL_FORM = /^(?:e\.V\.?|eV|gGmbH|GmbH|gUG|mbH|eG|KdöR|AöR|e\.G\.|i\.G\.|n\.e\.V\.)$/u

/** Capitalised words beside a head that are no part of its name. */
export const NO_NAME =
  /^(?:Frau|Herrn?|Hrn?\.?|Fr\.|Dr\.|Prof\.|Familie|Zimmer|Raum|Anfang|Mitte|Ende|Sie|Ihr|Ihre|Ihnen|Wir|Ich|Es|Er|Uhr|Kontakt|Telefon|Tel\.|E-Mail|Montags?|Dienstags?|Mittwochs?|Donnerstags?|Freitags?|Samstags?|Sonntags?|Sonnabends?|Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Der|Die|Das|Den|Dem|Des|Ein|Eine|Und|In|Im|Am|Mit|Für|Von|Bei|Zu|Zum|Zur|Auf|Aus|Nach|Seit|Als|Wenn|Dass|Nicht|Auch|TOP|PDF|Nr\.|Str\.|S\.|Menschen|Kinder|Mitglieder|Vertreter|Vertreterinnen|Mitarbeiter|Mitarbeiterinnen)$/u
/** Before a head these make it one of many. */
export const ANY =
  /^(?:(?:k?ein|jed|manch|welch|solch)(?:e[rsnm]?)?|viele[rn]?|mehrere[rn]?|alle[rn]?|einige[rn]?|unser(?:e[rsnm]?)?|zwei|drei|weitere[rsn]?|andere[rsn]?|neue[rsnm]?|eigene[rsnm]?)$/iu
/** Words in brackets behind a place that belong to its name: "Halle (Saale)". */
export const REGION =
  /^(?:Saale|Oder|Main|Spree|Havel|Elbe|Rhein|Neckar|Donau|Lahn|Ruhr|Aller|Weser|Sieg|Inn|Holst\.?|Westf\.?|Altmark|Harz|Eifel|Schwarzwald|Pfalz|Sachsen|Mark|Vogtland|Allgäu|Taunus|Wümme|Fulda|Werra|Uckermark|Lausitz)$/u
