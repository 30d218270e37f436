import { fold } from '../../../language/words.ts'

/** What a heading or a lead-in line announces of the lines under it. */
export type Topic =
  | 'task'
  | 'old-task'
  | 'review'
  | 'done'
  | 'decision'
  | 'appointment'
  | 'idea'
  | 'parked'
  | 'lesson'
  | 'wish'
  | 'question'
  | 'position'
  | 'information'

const START = '^(?:\\p{L}\\) |und |die |der |das |den |unsere |neue |weitere |alle |konkrete |aktuelle |wichtige )*'
const TODO = 'to ?-?dos?|todo ?-?liste|tasks?|aufgaben|arbeitsauftraege|action items?|pendenzen|arbeitspakete'

/** In the order of asking: the first that fits wins. All see the folded title. */
const TOPICS: readonly (readonly [Topic, RegExp])[] = [
  [
    'old-task',
    new RegExp(
      `${START}(?:alte|offene alte|letzte|bisherige|vergangene|(?:noch )?(?:nicht |un)erledigte|uebertragene) (?:${TODO}|punkte|themen)`,
      'u',
    ),
  ],
  [
    'review',
    /(?:kontrolle|nachverfolgung|nachhalten|review|rueckblick|ueberpruefung|durchsicht|abgleich).{0,30}(?:protokoll|to ?-?do|aufgaben|beschluesse)|umsetzung der (?:beschluesse|aufgaben)/,
  ],
  ['review', /^(?:protokollkontrolle|beschlusskontrolle|aufgabenkontrolle)/],
  [
    'old-task',
    /^(?:stand der (?:aufgaben|to ?-?dos|umsetzung|beschluesse)|(?:offene )?(?:punkte|aufgaben|to ?-?dos?|themen) (?:aus|vom|der letzten|des letzten|von))/,
  ],
  [
    'done',
    /^was (?:habe ich|haben wir|hab ich|wurde|ist) (?:\p{L}+ )?(?:gemacht|getan|erledigt|geschafft|passiert)|^(?:gestern|letzte woche|seit letztem mal)$/u,
  ],
  [
    'task',
    /^was (?:mache ich|machen wir|steht an|steht als naechstes an|kommt als naechstes|ist als naechstes (?:dran|geplant)|werde ich|habe ich vor|habe ich mir vorgenommen)|^wer macht was|^(?:heute|diese woche|naechste woche|bis naechstes mal|als naechstes|naechstes|was liegt an|plan|geplant|vorhaben|massnahmen|massnahmenplan|massnahmenliste|handlungsbedarf|vereinbarte (?:schritte|aufgaben)|delegiert|pendent)$/u,
  ],
  [
    'done',
    new RegExp(
      `${START}(?:erledigte?s?|abgeschlossene?|abgearbeitete?|gemachte|done|fertig)(?: (?:${TODO}|punkte|themen))?\\b`,
      'u',
    ),
  ],
  ['task', new RegExp(`${START}(?:offene |verteilte |anstehende )?(?:${TODO})\\b`, 'u')],
  [
    'task',
    new RegExp(
      `${START}(?:offene |verteilte |anstehende )?(?:aufgaben(?:verteilung|liste|planung)|(?:naechste|konkrete|weitere) schritte|next steps|hausaufgaben|zu erledigen|zu tun|was ist zu tun|bis zu[rm] naechsten|was fehlt|was muss noch|wer (?:bringt|macht|hat|kuemmert|uebernimmt)|merkliste|nicht vergessen|action points|folgeaufgaben|noch offen|fehlt noch|es fehlt noch|zu besorgen|zu organisieren|wer macht was|arbeitsauftrag|auftraege|auftrag an|vereinbarte massnahmen|offene punkte|zu klaeren|verantwortlichkeiten|zustaendigkeiten)\\b`,
      'u',
    ),
  ],
  [
    'lesson',
    /lernerfahrung|lessons? learned|was (?:lief|war) (?:gut|schlecht)|(?:lief|war) (?:gut|schlecht)$|erkenntnisse|verbesserungs(?:potential|potenzial|vorschlaege|bedarf)|manoeverkritik|retrospektive|(?:das haben|was haben) wir gelernt|was nehmen wir mit|(?:gut|schlecht|nicht so gut) gelaufen|^das lief|^(?:fuer|fuers) (?:das )?naechste (?:mal|jahr)$|^naechstes (?:mal|jahr) (?:besser|anders)$|^(?:positiv|negativ|plus|minus)(?:es|punkte)?$|^lob und kritik/,
  ],
  ['parked', /parkplatz|parking lot|themenspeicher|ideenspeicher|warteliste/],
  [
    'wish',
    /^(?:\p{L}+ )?(?:wuensche|wunschliste|wunsch|forderungen|erwartungen|beduerfnisse)\b|was wir uns wuenschen|^bitten an/u,
  ],
  [
    'idea',
    /(?<!\p{L}|-)\p{L}*(?:ideen|anregungen|einfaelle|(?<!wahl|personal|beschluss|termin|kandidaten|kandidatinnen)vorschlaege)(?:sammlung|pool|werkstatt|boerse|runde|liste)?(?!\p{L})(?!.{0,30}(?:eingebracht|angenommen|beschlossen))|^idee(?!\p{L})|themensammlung|brainstorm|zukunftswerkstatt|kartenabfrage|^(?:\p{L}+ )?(?:visionen|vision|ausblicke?)(?!\p{L})/u,
  ],
  [
    'idea',
    /(?:^(?:wild )?|\p{L} )gesammelt(?: (?:wurden?|haben wir))?(?: \(.{0,30}\))?$|was (?:koennten? (?:wir|man)|waere wenn|man (?:machen )?koennte)|^denkbar (?:sind|waeren?)$|^(?:optionen|loesungsansaetze|zukunftsideen)$/u,
  ],
  [
    'idea',
    /moegliche[rn]? (?:ziele|themen|projekte|aktionen|aktivitaeten|massnahmen|formate|veranstaltungen|inhalte|workshops|kooperationen|partner|orte|standorte|schwerpunkte|ansaetze|loesungen|optionen|angebote|programmpunkte|motive|namen)/,
  ],
  [
    'decision',
    /^(?:beschluss|beschluesse|beschlussfassung|entscheid|entscheide|entscheidung|entscheidungen|festlegung|festlegungen|diskussion und entscheid|vereinbarungen|abstimmungen|umlaufbeschluesse)\b/,
  ],
  ['question', /^(?:offene |ungeklaerte |weitere )?(?:fragen|frage|klaerungsbedarf|diskussionspunkte)$/],
  [
    'appointment',
    /^(?:\p{L}+ (?:und )?)?(?:termine|terminplanung|terminuebersicht|terminvorschau|veranstaltungen|veranstaltungshinweise|kalender|fristen|termin)\b/u,
  ],
  ['position', /^(?:position|positionen|positionierung|stellungnahme)\b/],
  [
    'information',
    /^(?:info|infos|information|informationen|mitteilungen|bericht|berichte|status|aktueller stand|stand|diskussion|rueckblick|hintergrund|allgemeines|begruendung|anmerkungen?)\b/,
  ],
]

const MARKS = /[*_`~"„“”]+/g
const EDGES = /^[\s\d.)(:–-]+|[\s.:–-]+$/g

/** The topic that a heading or lead-in announces, or null ("Sommerfest"). Marks and numbers before it do not matter. */
export function topicOf(title: string): Topic | null {
  const folded = fold(title.slice(0, 200)).replace(MARKS, '').replace(EDGES, '')
  return TOPICS.find(([, pattern]) => pattern.test(folded))?.[0] ?? null
}
