import type { VerbSort } from './verbs.ts'

/**
 * What a verb means by the words that go with it, where that differs from its list: "hält die Liste für zu lang" is an
 * opinion, "hält den Vortrag" an act. The pattern looks at the clause without its verb.
 */
type Sense = { readonly sort: VerbSort; readonly beside: RegExp }

const SENSES: Readonly<Record<string, readonly Sense[]>> = {
  überlegen: [{ sort: 'act', beside: /(?<!\p{L})(?:sich|uns) \p{L}/u }],
  halten: [
    { sort: 'be', beside: /(?<!\p{L})für (?!\p{L}+ (?:bereit|frei)(?!\p{L}))/iu },
    {
      sort: 'tell',
      beside:
        /(?<!\p{L})(?:dagegen|dafür|entgegen|fest|andacht|ansprache|begrüßung|laudatio|rückschau|rückblick|rede|totengedenken|einführung|grußwort)(?!\p{L})/iu,
    },
  ],
  stellen: [
    {
      sort: 'tell',
      beside:
        /(?<!\p{L})(?:\p{L}*(?:rückweisungs|vertagungs|änderungs|ergänzungs|gegen|dringlichkeits|geschäftsordnungs|go-)antrag|frage|fragen|zur (?:abstimmung|wahl|diskussion|debatte)|in (?:frage|abrede|aussicht)|klar)(?!\p{L})/iu,
    },
    { sort: 'tell', beside: /^(?:den|einen|folgenden|namens|für)(?!\p{L})[^.;]{0,60}(?<!\p{L})antrag(?!\p{L})/iu },
  ],
  beantragen: [
    {
      sort: 'act',
      beside:
        /(?<!\p{L})(?:bei|beim|bis|förder\p{L}*|mittel|zuschuss|zuschüsse|genehmigung|erlaubnis|zugang|konto|gelder|räume?|sperrung)(?!\p{L})/iu,
    },
    { sort: 'tell', beside: /(?:)/u },
  ],
  führen: [
    {
      sort: 'tell',
      beside:
        /(?<!\p{L})(?:durch (?:die|den) (?:sitzung|versammlung|abend|tagesordnung)|aus|vorsitz|protokoll)(?!\p{L})/iu,
    },
  ],
  einführen: [{ sort: 'tell', beside: /^(?:kurz )?(?:ein(?!\p{L})|in(?!\p{L})|zum thema)/iu }],
  übergeben: [
    { sort: 'tell', beside: /(?<!\p{L})(?:wort|leitung|vorsitz|sitzungsleitung|versammlungsleitung)(?!\p{L})/iu },
  ],
  einbringen: [{ sort: 'tell', beside: /(?:antrag|anträge|resolution|haushalt|entwurf)(?!\p{L})/iu }],
  vorlegen: [{ sort: 'tell', beside: /(?<!\p{L})\p{L}*(?:bericht|rechnung|zahlen|bilanz|abschluss)(?!\p{L})/iu }],
  abgeben: [
    {
      sort: 'tell',
      beside:
        /(?<!\p{L})(?:\p{L}*(?:amt|erklärung|stimme|bericht|funktion|vorsitz|leitung|votum|statement)|zu protokoll)(?!\p{L})/iu,
    },
  ],
  nehmen: [{ sort: 'tell', beside: /(?<!\p{L})(?:stellung|zur kenntnis|bezug|anstoß|das wort)(?!\p{L})/iu }],
  annehmen: [
    { sort: 'act', beside: /(?<!\p{L})(?:geld|spenden|anmeldungen|bestellungen|pakete?|lieferung)(?!\p{L})/iu },
  ],
  zurücklegen: [{ sort: 'tell', beside: /(?<!\p{L})(?:amt|funktion|mandat|vorsitz)(?!\p{L})/iu }],
  niederlegen: [{ sort: 'tell', beside: /(?:)/u }],
  überbringen: [{ sort: 'tell', beside: /(?<!\p{L})(?:grüße|grußworte?|glückwünsche)(?!\p{L})/iu }],
  vertreten: [{ sort: 'tell', beside: /(?<!\p{L})(?:auffassung|meinung|ansicht|standpunkt|position)(?!\p{L})/iu }],
  legen: [{ sort: 'tell', beside: /(?<!\p{L})(?:wert|offen|nahe|zurück|nieder|dar)(?!\p{L})/iu }],
  machen: [
    {
      sort: 'tell',
      beside:
        /(?<!\p{L})(?:aufmerksam|deutlich|geltend|klar|bedenken|angaben|anmerkungen?|den anfang|mut|spaß|sinn|gedanken|sorgen|luft|eindruck)(?!\p{L})/iu,
    },
  ],
  bringen: [
    { sort: 'tell', beside: /(?<!\p{L})(?:zum ausdruck|zur sprache|ins gespräch|ins spiel|ein beispiel)(?!\p{L})/iu },
  ],
  ziehen: [
    { sort: 'tell', beside: /(?<!\p{L})(?:bilanz|fazit|in erwägung|resümee|vergleich|zurück|in zweifel)(?!\p{L})/iu },
  ],
  melden: [{ sort: 'tell', beside: /(?<!\p{L})(?:bestand|zu wort|bedenken|interesse|an|zurück)(?!\p{L})|:$/iu }],
  schließen: [
    {
      sort: 'tell',
      beside: /(?<!\p{L})(?:sitzung|versammlung|rednerliste|redeliste|debatte|aussprache|sich)(?!\p{L})/iu,
    },
  ],
  gehen: [
    {
      sort: 'be',
      beside:
        /(?<!\p{L})(?:um|in (?:pension|rente|elternzeit|karenz|mutterschutz|den ruhestand)|davon aus|an den start|los|weiter|solange|gut|schief|zu ende)(?!\p{L})/iu,
    },
    { sort: 'tell', beside: /(?<!\p{L})auf(?!\p{L})[^.;]{0,40} ein(?!\p{L})/iu },
  ],
  suchen: [
    {
      sort: 'be',
      beside:
        /(?<!\p{L})(?:noch )?(?:jemanden|leute|mitstreiter|verstärkung|unterstützung|studierende|interessierte)(?!\p{L})/iu,
    },
  ],
  treffen: [
    { sort: 'act', beside: /(?<!\p{L})sich(?!\p{L})(?:[^.;]|(?<=\d)\.){0,60}(?<!\p{L})(?:mit \p{L}|zur \p{Lu})/u },
    { sort: 'be', beside: /(?<!\p{L})(?:sich|uns)(?!\p{L})/iu },
  ],
  vornehmen: [{ sort: 'tell', beside: /(?<!\p{L})wahl(?!\p{L})/iu }],
  aufnehmen: [{ sort: 'be', beside: /(?<!\p{L})(?:ins protokoll|neue mitglieder)(?!\p{L})/iu }],
  geben: [
    {
      sort: 'act',
      beside: /(?<!\p{L})(?:bescheid|rückmeldung|feedback|in auftrag|antwort|weiter|zurück|heraus)(?!\p{L})/iu,
    },
  ],
  sagen: [{ sort: 'act', beside: /(?<!\p{L})bescheid(?!\p{L})/iu }],
  bleiben: [
    { sort: 'act', beside: /(?<!\p{L})(?:in verbindung|in kontakt|am ball|dran|am thema|an der sache)(?!\p{L})/iu },
  ],
  vorschlagen: [{ sort: 'act', beside: /(?<!\p{L})termine?(?!\p{L})/iu }],
  mitteilen: [{ sort: 'act', beside: /(?<!\p{L})(?:ihm|ihr|ihnen|es|das|dies)(?!\p{L})/iu }],
  ansprechen: [
    {
      sort: 'act',
      beside:
        /(?<!\p{L})(?:ihn|ihm|frau|herrn?|hr|fr|\p{Lu}\p{L}+in|\p{L}*(?:verein|schule|leute|menschen|eltern|firmen?|nachbarn?)|persönlich|noch|bei|beim|am empfang|in der nächsten)(?!\p{L})/iu,
    },
  ],
  bitten: [
    {
      sort: 'act',
      beside:
        /^(?:die|den|das|frau|herrn?) (?!anwesenden|mitglieder|versammlung|gäste|runde|verwaltung|kolleg|teilnehm)[^.;]{0,80}(?<!\p{L})(?:um|per)(?!\p{L})/iu,
    },
  ],
  informieren: [
    {
      sort: 'act',
      beside:
        /^(?:die|den|das|alle|ihn|frau|herrn?) (?!anwesenden|mitglieder|versammlung|gäste|runde|ausschuss|rat|beirat|kolleg|teilnehm)(?![^.;]{0,60}(?<!\p{L})(?:über|dass|darüber)(?!\p{L}))/iu,
    },
    {
      sort: 'act',
      beside:
        /(?<!\p{L})(?:per|mittels|schriftlich|im nächsten|in einem|via) (?=\p{L})|(?<!\p{L})schriftlich(?!\p{L})/iu,
    },
  ],
  benennen: [
    {
      sort: 'act',
      beside: /(?<!\p{L})(?:bis|nachfolge\p{L}*|vertret\p{L}*|ansprechp\p{L}*|delegierte\p{L}?|ersatz)(?!\p{L})/iu,
    },
  ],
  antworten: [{ sort: 'act', beside: /(?<!\p{L})(?:dem|der|ihm|ihr|ihnen|schriftlich|innerhalb)(?!\p{L})/iu }],
  fragen: [
    {
      sort: 'act',
      beside:
        /^(?!(?:sich|nach|ob|wie|was|warum|wer|wo|wann|wieso|weshalb|wozu|wofür|wem|wen|inwie\p{L}+|welche[rsnm]?|wieviel|kritisch|zum|zur|auch|woher|wohin|danach)(?!\p{L}))./iu,
    },
  ],
  nachfragen: [{ sort: 'tell', beside: /^nach(?!\p{L}|$)/iu }],
  rückfragen: [{ sort: 'tell', beside: /^(?:rück)?$/iu }],
  erkundigen: [
    {
      sort: 'tell',
      beside: /^sich,? (?:nach|ob|wie|was|warum|wer|wo|wann|wieso|weshalb|inwie\p{L}+|welche[rsnm]?)(?!\p{L})/iu,
    },
  ],
  sprechen: [{ sort: 'tell', beside: /^(?:von|vom|über|für|gegen|sich|davon|dagegen|dafür|darüber|dazu)(?!\p{L})/iu }],
  vermessen: [
    { sort: 'act', beside: /(?<!\p{L})\p{L}*(?:grundstück|fläche|raum|halle|garten|platz|gelände)(?!\p{L})/iu },
    { sort: 'be', beside: /(?:)/u },
  ],
  tippen: [{ sort: 'tell', beside: /^auf(?!\p{L})/iu }],
  mitmachen: [{ sort: 'be', beside: /(?:)/u }],
  abstimmen: [{ sort: 'act', beside: /(?<!\p{L})mit(?!\p{L})/iu }],
}

/** Adverbs that stand between a verb and what goes with it. */
const FILLERS =
  /^(?:(?:dann|noch|mal|nochmals?|noch einmal|auch|dazu|hierzu|deshalb|daher|kurz|gleich|jetzt|nun|zudem|wieder|diesmal|weiterhin|bitte|er|sie|wir|ich|dafür|deswegen|hier|da|dort)(?!\p{L})[ ,]{0,2}){1,4}/iu

/** The sort of a verb beside these words (the rest of its clause), or null where its list holds. */
export function senseOf(lemma: string, rest: string): VerbSort | null {
  const senses = SENSES[lemma]
  if (!senses) return null
  const beside = rest.replace(FILLERS, '')
  return senses.find(sense => sense.beside.test(beside))?.sort ?? null
}
