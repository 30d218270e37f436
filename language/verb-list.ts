/**
 * German verbs as minutes use them, `|` behind a separable prefix. The lists are closed and hand-made; a verb that is
 * missing costs a weak cue, a verb in the wrong list an invented task.
 * - act: somebody does it after the meeting ("Mila fragt bei der Schule an").
 * - tell: in the present tense it reports what was said in the meeting itself ("Mila berichtet"), so it opens no task
 *   by itself; with "soll", "wird … noch" or as a bare infinitive it does.
 * - be: tells how things are ("Mila kennt den Träger").
 * - decide: the table binds itself ("Der Vorstand beschließt").
 */
export const verbLists = {
  act: `
    ab|bauen ab|bestellen ab|checken ab|fahren ab|fragen ab|geben ab|gleichen ab|hängen ab|heften ab|holen ab|klären
    ab|kündigen ab|legen ab|messen ab|nehmen ab|räumen ab|rechnen ab|sagen ab|schalten ab|schicken ab|schließen
    ab|sichern ab|sprechen ab|stecken ab|tippen ab|waschen aktivieren aktualisieren analysieren an|bieten an|bohren
    an|bringen ändern an|docken an|fangen an|fertigen an|fordern an|fragen an|gehen an|gucken an|hängen an|heuern
    an|hören an|knüpfen an|kurbeln an|legen an|leiern an|leiten an|mahnen an|mailen an|malen an|melden an|mieten
    an|passen an|pflanzen an|rufen an|schaffen an|schauen an|schließen an|schreiben an|sehen an|setzen an|stellen
    an|stoßen an|streichen an|weisen archivieren arrangieren auf|arbeiten auf|bauen auf|bereiten auf|füllen
    auf|greifen auf|hängen auf|heben auf|klären auf|listen auf|machen auf|nehmen auf|räumen auf|rufen auf|schließen
    auf|schlüsseln auf|schreiben auf|setzen auf|spielen auf|stellen auf|stocken auf|suchen auf|teilen auf|treiben
    auf|zeichnen aus|arbeiten aus|bauen aus|bessern aus|bilden aus|denken aus|drucken aus|fertigen aus|formulieren
    aus|füllen aus|gestalten aus|händigen aus|hängen aus|helfen aus|kundschaften aus|legen aus|leihen aus|liefern
    aus|loten aus|machen aus|messen aus|probieren aus|rechnen aus|richten aus|rollen aus|schildern aus|schneiden
    aus|schreiben aus|senden aus|sortieren aus|statten aus|stellen aus|suchen aus|tauschen aus|teilen aus|tüfteln
    aus|wählen aus|werten aus|zahlen backen basteln bauen beantragen bearbeiten beauftragen bedrucken befestigen
    befragen begleichen begleiten begutachten beheben bei|bringen bei|fügen bei|legen bei|steuern bei|tragen
    bekannt|geben bekannt|machen bekleben benachrichtigen beobachten bepflanzen berechnen bereinigen bereit|halten
    bereit|legen bereit|stellen beschaffen beschriften besetzen besichtigen besorgen besprechen bestellen bestücken
    besuchen beteiligen betreuen bewerben bewirten bezahlen bieten bilden binden bloggen bohren bringen buchen
    budgetieren checken da|bleiben debuggen dekorieren designen digitalisieren dokumentieren dran|bleiben drehen
    drucken durch|arbeiten durch|führen durch|gehen durch|rechnen durch|sehen durch|setzen durch|sprechen durch|testen
    ehren ein|arbeiten ein|bauen ein|berufen ein|bestellen ein|beziehen ein|binden ein|bringen ein|fordern ein|fügen
    ein|führen ein|geben ein|grenzen ein|holen ein|kaufen ein|laden ein|leiten ein|lesen ein|lösen ein|pflegen
    ein|planen ein|reichen ein|richten ein|sammeln ein|scannen ein|schalten ein|schicken ein|schreiben ein|senden
    ein|setzen ein|stellen ein|tragen ein|treiben ein|üben ein|weihen ein|weisen ein|werben ein|zahlen entfernen
    entleeren entsenden entsorgen entsperren entwerfen entwickeln erarbeiten erfassen erforschen erfragen erheben
    erkunden erkundigen erledigen ermitteln erneuern ernten errichten ersetzen erstatten erstellen erweitern erwerben
    evaluieren exportieren fegen feilen fertigen fertig|machen fertig|stellen fest|machen filmen finalisieren
    finanzieren flyern formatieren formulieren fort|führen fort|schreiben fort|setzen fotografieren frei|geben
    frei|halten frei|legen frei|räumen frei|schalten führen füllen gegen|lesen gegen|prüfen gehen gestalten gießen
    graben grillen gründen gucken gut|schreiben halten heften helfen heraus|bringen heraus|finden heraus|geben
    heraus|suchen herein|holen her|richten her|stellen herum|fragen herum|schicken herunter|laden hin|bringen
    hin|fahren hin|gehen hinterlegen hinzu|fügen hinzu|ziehen hoch|laden holen implementieren importieren initiieren
    inserieren inspizieren installieren integrieren intensivieren interviewen inventarisieren investieren jäten
    kalkulieren kartieren kaufen kehren klären kleben klemmen klingeln knüpfen kochen konfigurieren kontaktieren
    kontrollieren konzipieren kooperieren koordinieren kopieren korrektur|lesen korrigieren kümmern kündigen kürzen
    laden lagern laminieren layouten leeren leihen leisten liefern lochen löschen lösen los|schicken los|werden löten
    machen mähen mahnen mailen malen markieren melden messen mieten migrieren mit|bringen mit|denken mit|geben
    mit|gehen mit|helfen mit|machen mit|nehmen mit|organisieren mit|planen mit|schreiben mit|wirken mobilisieren
    montieren nach|arbeiten nach|bauen nach|bereiten nach|bessern nach|bestellen nach|bohren nach|drucken nach|fassen
    nach|fordern nach|forschen nach|fragen nach|füllen nach|gehen nach|haken nach|holen nach|hören nach|kaufen
    nach|lesen nach|liefern nach|machen nach|messen nach|pflegen nach|prüfen nach|rechnen nach|reichen nach|rüsten
    nach|schauen nach|schicken nach|schlagen nach|sehen nach|setzen nach|steuern nach|tragen nach|verfolgen
    nach|verhandeln nähen nehmen notieren nummerieren online|stellen optimieren ordnen organisieren packen parken
    pflanzen pflegen plakatieren planen posten prägen probe|lesen probieren produzieren programmieren prüfen
    publizieren putzen ran|gehen räumen raus|bringen raus|finden raus|geben raus|schicken raus|suchen reagieren
    realisieren recherchieren reduzieren reinigen rein|stellen renovieren reparieren reservieren restaurieren retten
    rück|fragen rück|koppeln rück|melden rück|sprechen rufen rum|fragen rum|schicken säen sägen sammeln sauber|machen
    säubern saugen schaffen schalten schauen schicken schleifen schneiden schrauben schreiben schreinern schulen
    sensibilisieren setzen sichern sicher|stellen sichten simulieren skizzieren sondieren sorgen sortieren sparen
    spenden sperren spezifizieren sprechen spülen stecken stellen stempeln steuern stiften stornieren streamen
    streichen streuen strukturieren stutzen suchen synchronisieren tackern tanken tapezieren tauschen teilen
    teil|nehmen telefonieren terminieren testen texten tippen tragen trainieren transferieren transkribieren
    transportieren treffen trennen twittern üben überarbeiten überbringen überdenken übergeben übermitteln übernehmen
    überprüfen übersenden übersetzen übertragen überwachen überweisen um|arbeiten um|bauen um|benennen um|buchen
    um|formulieren um|gestalten um|hören um|organisieren um|räumen um|rüsten um|schauen um|schreiben um|setzen
    um|stellen um|tauschen um|ziehen unterbreiten unterbringen unterrichten unterschreiben unterstützen untersuchen
    unterzeichnen updaten validieren veranlassen veranstalten verarbeiten verbessern verbinden verbreiten vereinbaren
    vereinfachen vereinheitlichen verfassen verfolgen vergeben vergleichen verhandeln verkaufen verknüpfen verkürzen
    verlängern verlegen verleihen verlinken vermessen vermieten vermitteln vernetzen vernichten veröffentlichen
    verpacken verschicken verschieben verschriftlichen versenden versetzen versorgen verstärken versuchen verteilen
    vertiefen vertreten vervielfältigen vervollständigen verwalten verwerten verwirklichen verzeichnen voran|bringen
    voran|treiben vorbei|bringen vorbei|gehen vorbei|kommen vorbei|schauen vor|bereiten vor|bestellen vor|fertigen
    vor|formulieren vor|fühlen vor|gehen vor|halten vor|kochen vor|legen vor|merken vor|nehmen vor|planen
    vor|sortieren vor|sprechen vor|strecken vor|treiben wahr|nehmen weg|bringen weg|räumen weg|werfen
    weiter|bearbeiten weiter|entwickeln weiter|führen weiter|geben weiter|leiten weiter|machen weiter|reichen
    weiter|suchen weiter|verarbeiten weiter|verfolgen weiter|vermitteln wenden werben wieder|holen wiederholen zahlen
    zeichnen zertifizieren zu|arbeiten zu|bereiten zu|fügen zu|gehen zu|leiten zu|machen zu|packen zurück|bringen
    zurück|fordern zurück|geben zurück|legen zurück|melden zurück|rufen zurück|schicken zurück|zahlen zusammen|bauen
    zusammen|bringen zusammen|fügen zusammen|führen zusammen|legen zusammen|rufen zusammen|setzen zusammen|stellen
    zusammen|suchen zusammen|tragen zu|schicken zu|schneiden zu|senden zu|spielen zu|stellen zu|teilen zu|weisen`,
  tell: `
    aus|sprechen ab|raten an|führen an|geben an|kündigen an|merken an|regen an|sprechen antworten an|zweifeln appellieren
    argumentieren auf|fordern auf|führen auf|werfen auf|zeigen aus|führen äußern beantworten bedanken bedauern
    befürworten begründen begrüßen bejahen beklagen bekräftigen bemängeln bemerken beneiden beraten berichten
    beschreiben beschweren bestätigen betonen bezweifeln bitten danken dar|legen dar|stellen demonstrieren diskutieren
    ein|werfen empfehlen entgegnen enthalten entschuldigen ergänzen erinnern erklären erläutern eröffnen erörtern
    erwähnen erwarten erwidern erzählen fest|stellen fordern fragen geben gratulieren heraus|stellen hervor|heben
    hinterfragen hin|weisen hoffen informieren kritisieren leiten loben meinen mit|teilen moderieren monieren nennen
    nicken plädieren präsentieren protokollieren raten referieren resümieren sagen schildern schlagen schlussfolgern
    signalisieren stimmen thematisieren überlegen unterstreichen verlangen verlassen verlesen verneinen versichern
    verweisen vor|bringen vor|lesen vor|rechnen vor|schlagen vor|stellen vor|tragen warnen weisen widerrufen
    widersprechen widmen wiedergeben wünschen zeigen zu|geben zurück|blicken zurück|treten zurück|weisen zu|sagen
    zusammen|fassen zu|stimmen`,
  be: `
    an|gehören an|kommen an|stehen arbeiten auf|fallen aus|reichen aus|sehen beabsichtigen befinden befürchten
    beginnen begrenzen beinhalten bekommen bestehen betragen betreffen beziehen bleiben brauchen da|stehen dauern
    dienen drohen eignen ein|treffen entfallen entsprechen entstehen erfahren erfolgen erfordern erfüllen ergeben
    erhalten erhöhen erkennen erleben ermöglichen erreichen erscheinen existieren fehlen finden fließen folgen freuen
    fühlen funktionieren gefallen gehören gelingen gelten genießen gewinnen glauben handeln hängen heißen
    interessieren kämpfen kennen klappen kommen kosten lassen laufen leben lehnen leiden lernen liegen merken mögen
    nutzen passen passieren profitieren reichen ruhen scheinen scheitern schließen sehen sein sinken sitzen spielen
    stammen starten statt|finden stehen steigen stocken stören stützen träumen treten tun umfassen unterscheiden
    verbleiben verdienen verfügen verlaufen verlieren vermissen vermuten verstehen vor|liegen wachsen warten weigern
    wirken wissen wohnen wundern zu|nehmen zweifeln`,
  decide: `
    ab|lehnen ab|stimmen an|nehmen berufen beschließen bestimmen bewilligen billigen einigen entlasten
    entscheiden ernennen fest|legen fest|setzen genehmigen gut|heißen verabschieden verständigen wählen`,
} as const

/**
 * Roots with a vowel change: third person singular, participle, past. Inseparable and separable verbs built on a root follow
 * it ("besprechen" → "bespricht", "besprochen", "besprach").
 */
export const strongRoots = `
  backen backt gebacken backte|bergen birgt geborgen barg|bieten bietet geboten bot|binden bindet gebunden band
  |bitten bittet gebeten bat|bleiben bleibt geblieben blieb|brechen bricht gebrochen brach
  |bringen bringt gebracht brachte|denken denkt gedacht dachte|fahren fährt gefahren fuhr|fallen fällt gefallen fiel
  |fangen fängt gefangen fing|finden findet gefunden fand|fließen fließt geflossen floss|geben gibt gegeben gab
  |gehen geht gegangen ging|gelten gilt gegolten galt|gewinnen gewinnt gewonnen gewann|gießen gießt gegossen goss
  |graben gräbt gegraben grub|greifen greift gegriffen griff|halten hält gehalten hielt|hängen hängt gehängt hing
  |heben hebt gehoben hob|heißen heißt geheißen hieß|helfen hilft geholfen half|kommen kommt gekommen kam
  |laden lädt geladen lud|lassen lässt gelassen ließ|laufen läuft gelaufen lief|leiden leidet gelitten litt
  |leihen leiht geliehen lieh|lesen liest gelesen las|liegen liegt gelegen lag|messen misst gemessen maß
  |nehmen nimmt genommen nahm|nennen nennt genannt nannte|raten rät geraten riet|rufen ruft gerufen rief
  |schaffen schafft geschaffen schuf|scheinen scheint geschienen schien|schieben schiebt geschoben schob
  |schlagen schlägt geschlagen schlug|schließen schließt geschlossen schloss|schleifen schleift geschliffen schliff
  |schneiden schneidet geschnitten schnitt|schreiben schreibt geschrieben schrieb|sehen sieht gesehen sah
  |senden sendet gesendet sendete|sinken sinkt gesunken sank|sitzen sitzt gesessen saß
  |sprechen spricht gesprochen sprach|stehen steht gestanden stand|steigen steigt gestiegen stieg
  |stoßen stößt gestoßen stieß|streichen streicht gestrichen strich|tragen trägt getragen trug
  |treffen trifft getroffen traf|treiben treibt getrieben trieb|treten tritt getreten trat|tun tut getan tat
  |verlieren verliert verloren verlor|wachsen wächst gewachsen wuchs|waschen wäscht gewaschen wusch
  |weisen weist gewiesen wies|wenden wendet gewendet wendete|werben wirbt geworben warb|werfen wirft geworfen warf
  |winden windet gewunden wand|wissen weiß gewusst wusste|ziehen zieht gezogen zog|gleichen gleicht geglichen glich
  |scheiden scheidet geschieden schied|beginnen beginnt begonnen begann|kennen kennt gekannt kannte
`

/** Acts that regulate for good rather than being done once: "Die Liste soll in der Ablage gepflegt werden" is a rule. */
export const lastingVerbs = `
  an|bieten auf|nehmen behandeln bei|behalten beachten behalten berücksichtigen beteiligen betreiben bewahren dürfen
  ein|beziehen ein|binden ein|halten ein|setzen ein|ziehen entfallen erfolgen erhalten erheben finden führen gelten
  gewähren halten kommunizieren kosten laufen nutzen pflegen statt|finden tagen treffen verfahren veröffentlichen
  verschicken versenden verwenden wechseln zahlen zulassen bleiben kaufen bezahlen vergeben verzichten integrieren beteiligen leben
`
