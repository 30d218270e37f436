/**
 * German verbs as minutes use them, `|` behind a separable prefix. The lists are closed and hand-made; a verb that is
 * missing costs a weak cue, a verb in the wrong list an invented task.
 * - act: somebody does it after the meeting ("Mila fragt bei der Schule an").
 * - tell: in the present tense it reports what was said in the meeting itself ("Mila berichtet"), so it opens no task
 * by itself; with "soll", "wird … noch" or as a bare infinitive it does.
 * - be: tells how things are ("Mila kennt den Träger").
 * - decide: the table binds itself ("Der Vorstand beschließt").
 */
export const verbLists = {
  act: `
    ab|arbeiten ab|bauen ab|bestellen ab|checken ab|decken ab|dichten ab|ernten ab|fahren ab|fotografieren
    ab|fragen ab|geben ab|gleichen ab|haken ab|hängen ab|heften ab|holen ab|hören ab|klappern ab|klären ab|kleben
    ab|klopfen ab|kratzen ab|kündigen ab|laufen ab|legen ab|lichten ab|liefern ab|lösen ab|mähen ab|messen
    ab|montieren ab|nehmen ab|passen ab|räumen ab|rechnen ab|reisen ab|sagen ab|sägen ab|schalten ab|schicken
    ab|schleifen ab|schließen ab|schneiden ab|schrauben ab|sichern ab|speichern ab|sprechen ab|spülen ab|stauben
    ab|stecken ab|stellen ab|stempeln ab|telefonieren ab|tippen ab|transportieren ab|trennen ab|wägen ab|waschen
    ab|wickeln ab|ziehen adressieren akquirieren aktivieren aktualisieren an|bauen an|bohren an|bringen an|docken
    an|dübeln an|fahren an|fangen an|fertigen an|feuern an|fordern an|fragen an|füllen an|gehen an|gucken an|haken
    an|hängen an|hauen an|heften an|heuern an|hören an|kleben an|klopfen an|knüpfen an|kreuzen an|kurbeln an|legen
    an|leiern an|leiten an|lernen an|leuchten an|locken an|mahnen an|mailen an|malen an|melden an|mieten an|nähen
    an|ordnen an|passen an|peilen an|pflanzen an|pingen an|pinnen an|quatschen an|reichern an|reisen an|rufen
    an|schaffen an|schauen an|schleppen an|schließen an|schneiden an|schrauben an|schreiben an|schubsen an|sehen
    an|setzen an|sparen an|stellen an|stoßen an|streichen an|tackern an|testen an|texten an|tippen an|treiben
    an|treten an|weisen an|werben an|werfen an|zahlen an|zeichnen analysieren ändern anonymisieren anvisieren
    anzapfen archivieren arrangieren auf|arbeiten auf|bauen auf|bereiten auf|brauchen auf|bringen auf|bügeln
    auf|fegen auf|frischen auf|füllen auf|greifen auf|hängen auf|heben auf|hübschen auf|kaufen auf|klären
    auf|kleben auf|laden auf|laufen auf|legen auf|listen auf|lockern auf|lösen auf|machen auf|malen auf|möbeln
    auf|nehmen auf|passen auf|peppen auf|pumpen auf|räumen auf|rufen auf|runden auf|rüsten auf|sammeln
    auf|schließen auf|schlüsseln auf|schreiben auf|schütten auf|setzen auf|spielen auf|sprühen auf|spüren
    auf|stapeln auf|stellen auf|stocken auf|suchen auf|tauen auf|teilen auf|tischen auf|tragen auf|treiben
    auf|treten auf|wärmen auf|werten auf|wickeln auf|wischen auf|zeichnen aus|arbeiten aus|baldowern aus|bauen
    aus|bessern aus|bilden aus|brüten aus|checken aus|denken aus|drucken aus|dünnen aus|fahren aus|fegen aus|feilen
    aus|fertigen aus|formulieren aus|forschen aus|füllen aus|gestalten aus|graben aus|handeln aus|händigen
    aus|hängen aus|hecken aus|helfen aus|kehren aus|knobeln aus|kundschaften aus|laden aus|legen aus|leihen
    aus|lesen aus|leuchten aus|liefern aus|lösen aus|loten aus|machen aus|messen aus|misten aus|packen aus|pflanzen
    aus|probieren aus|radieren aus|räumen aus|rechnen aus|richten aus|rollen aus|rufen aus|rüsten aus|schenken
    aus|schildern aus|schneiden aus|schreiben aus|schütten aus|senden aus|sortieren aus|sperren aus|stanzen
    aus|statten aus|stechen aus|stellen aus|suchen aus|tauschen aus|teilen aus|testen aus|tüfteln aus|überlegen
    aus|wählen aus|wechseln aus|weisen aus|werten aus|wischen aus|zahlen backen backupen basteln bauen beantragen
    bearbeiten beauftragen bebildern bedienen bedrucken befestigen beflaggen befragen begleichen begleiten
    begutachten beheben bei|bringen bei|fügen bei|legen bei|steuern bei|tragen beibehalten bekannt|geben
    bekannt|machen bekleben beladen beleuchten bemalen bemessen bemühen benachrichtigen beobachten bepflanzen
    beräumen berechnen bereinigen bereit|erklären bereit|halten bereit|legen bereit|machen bereit|stellen
    beschaffen beschildern beschneiden beschriften beseitigen besetzen besichtigen besorgen bespannen bespielen
    besprechen besprühen bestellen bestreichen bestücken bestuhlen besuchen betanken beteiligen betreuen betteln
    bewachen bewässern bewerben bewerten bewirten bezahlen beziffern bezuschussen bieten bilden binden blockieren
    bloggen bohnern bohren braten brennen briefen bringen brüten buchen budgetieren bügeln bündeln chatten checken
    clustern coachen da|bleiben da|sein debuggen deinstallieren dekorieren delegieren deponieren designen dichten
    digitalisieren dokumentieren dolmetschen downloaden dran|bleiben dran|setzen drehen drosseln drüber|gehen
    drüber|lesen drüber|schauen drucken drücken düngen durch|arbeiten durch|checken durch|fegen durch|führen
    durch|geben durch|gehen durch|gucken durch|kämmen durch|klingeln durch|lesen durch|prüfen durch|rechnen
    durch|schauen durch|sehen durch|setzen durch|spielen durch|sprechen durch|stellen durch|telefonieren
    durch|testen durch|wischen durch|zählen durchforsten ehren eichen ein|arbeiten ein|bauen ein|berufen
    ein|bestellen ein|bezahlen ein|beziehen ein|binden ein|bringen ein|dämmen ein|decken ein|fangen ein|fetten
    ein|fordern ein|frieren ein|fügen ein|führen ein|geben ein|gravieren ein|grenzen ein|hängen ein|heizen
    ein|holen ein|kassieren ein|kaufen ein|kleben ein|klinken ein|kochen ein|kreisen ein|laden ein|lagern
    ein|laminieren ein|legen ein|leiten ein|lesen ein|lösen ein|löten ein|mieten ein|motten ein|nähen ein|nehmen
    ein|ordnen ein|packen ein|pflanzen ein|pflegen ein|planen ein|proben ein|reichen ein|richten ein|säen
    ein|sammeln ein|scannen ein|schalten ein|schicken ein|schrauben ein|schreiben ein|sehen ein|senden ein|setzen
    ein|singen ein|speisen ein|sprechen ein|springen ein|stellen ein|studieren ein|teilen ein|tippen ein|tragen
    ein|treiben ein|tüten ein|üben ein|wählen ein|wechseln ein|wecken ein|weichen ein|weihen ein|weisen ein|werben
    ein|zahlen empfangen entfernen entfetten entgegen|nehmen entkalken entkernen entleeren entlüften entrichten
    entrosten entrümpeln entschlacken entsenden entsorgen entsperren entwerfen entwickeln entziffern erarbeiten
    erfassen erforschen erfragen erheben erkämpfen erkunden erkundigen erledigen ermahnen ermitteln ermuntern
    erneuern ernten erproben errichten erschließen ersetzen erstatten erstehen erstellen ersuchen eruieren
    erweitern erwerben erwirken erwirtschaften essen etablieren evaluieren exportieren extrahieren fahnden fahren
    fegen feilen fertig|machen fertig|stellen fertigen fest|binden fest|machen fest|nageln
    fest|schrauben fest|stecken fest|zurren filmen finalisieren finanzieren fischen fixieren flicken flyern
    formatieren formulieren fort|führen fort|schreiben fort|setzen fotografieren fräsen frei|geben frei|halten
    frei|legen frei|machen frei|räumen frei|schalten frei|schaufeln frei|schneiden führen füllen garnieren gärtnern
    gegen|checken gegen|lesen gegen|prüfen gehen gestalten gießen glätten graben gravieren grillen gründen
    grundieren gucken gut|schreiben hacken häckseln halten harken hauen heften hegen heim|bringen heim|fahren
    helfen her|richten her|stellen herab|setzen heran|treten heran|ziehen heraus|bringen heraus|finden heraus|geben
    heraus|nehmen heraus|schreiben heraus|suchen herein|holen herum|fragen herum|führen herum|geben herum|gehen
    herum|reichen herum|schicken herum|telefonieren herunter|laden hin|bringen hin|fahren hin|gehen hin|hängen
    hin|hören hin|schicken hin|schreiben hin|stellen hinaus|geben hinaus|gehen hinaus|schicken hinein|schreiben
    hinterher|gehen hinterher|räumen hinterher|telefonieren hinterlegen hinzu|fügen hinzu|ziehen hoch|fahren
    hoch|hängen hoch|laden hoch|schieben holen horchen hospitieren impfen implementieren importieren imprägnieren
    initiieren inserieren inspizieren installieren integrieren intensivieren interviewen inventarisieren
    investieren isolieren jäten justieren kalibrieren kalkulieren kappen kartieren kassieren kaufen kehren
    kennzeichnen klar|stellen klären kleben klemmen klettern klingeln klopfen knacken kneten knipsen knobeln
    knüpfen kochen konfigurieren konfrontieren konservieren kontaktieren kontrollieren konzipieren kooperieren
    koordinieren kopieren korrektur|lesen korrigieren kritzeln kühlen kümmern kündigen kuratieren kurz|halten
    kurz|schließen kürzen lackieren laden lagern laminieren lancieren lasern layouten leeren leihen leisten lenken
    liefern lochen los|fahren los|gehen los|laufen los|schicken los|werden löschen lösen löten lotsen lüften machen
    mähen mahnen mailen malen malern managen markieren melden messen mieten migrieren mischen mit|basteln mit|bauen
    mit|bestellen mit|betreuen mit|bringen mit|denken mit|essen mit|fahren mit|fegen mit|geben mit|gehen mit|helfen
    mit|kehren mit|kochen mit|kommen mit|laufen mit|lesen mit|liefern mit|machen mit|nehmen mit|organisieren
    mit|planen mit|schicken mit|schneiden mit|schreiben mit|singen mit|sprechen mit|tragen mit|wirken mixen
    mobilisieren modernisieren montieren mulchen nach|arbeiten nach|bauen nach|bereiten nach|bessern nach|bestellen
    nach|bohren nach|drucken nach|fassen nach|fordern nach|forschen nach|fragen nach|füllen nach|füttern nach|gehen
    nach|haken nach|holen nach|horchen nach|hören nach|jagen nach|karten nach|kaufen nach|kochen nach|lesen
    nach|liefern nach|machen nach|melden nach|messen nach|mieten nach|ordern nach|pflanzen nach|pflegen nach|prüfen
    nach|rechnen nach|reichen nach|rüsten nach|schärfen nach|schauen nach|schicken nach|schieben nach|schlagen
    nach|schneiden nach|sehen nach|setzen nach|spüren nach|steuern nach|suchen nach|telefonieren nach|tragen
    nach|verfolgen nach|verhandeln nach|wässern nach|zahlen nach|zählen nach|zeichnen nach|ziehen nageln nähen
    nehmen nieten notieren nummerieren ölen online|stellen optimieren ordern ordnen organisieren orientieren
    pachten packen paketieren parken patchen pflanzen pflegen pflücken pinnen pinseln plakatieren planen plätten
    polieren portieren posten prägen pressen probe|lesen probieren produzieren programmieren prototypen prüfen
    publizieren pumpen pushen putzen quatschen quittieren ran|gehen räumen raus|bekommen raus|bringen raus|finden
    raus|geben raus|gehen raus|hängen raus|kriegen raus|nehmen raus|räumen raus|rücken raus|schicken raus|schmeißen
    raus|schreiben raus|stellen raus|suchen raus|ziehen reagieren realisieren recherchieren rechnen recyceln reden
    redigieren reduzieren refinanzieren registrieren rein|gehen rein|gucken rein|holen rein|kleben rein|legen
    rein|nehmen rein|packen rein|reichen rein|schauen rein|schreiben rein|setzen rein|stellen rein|tragen reinigen
    reisen rekrutieren renovieren reparieren reservieren restaurieren retten roden rollen rösten rüber|bringen
    rüber|gehen rüber|schicken rück|fragen rück|koppeln rück|melden rück|sprechen rückübersetzen rückversichern
    rufen rühren rum|bringen rum|erzählen rum|fragen rum|führen rum|gehen rum|horchen rum|hören rum|reichen
    rum|schicken rum|telefonieren runter|bringen runter|laden rupfen säen sägen sammeln sanieren sauber|machen
    säubern saugen scannen schaffen schalten schärfen schauen schaufeln schicken schieben schießen schippen
    schleifen schleppen schlichten schmeißen schmieren schminken schmirgeln schmücken schneiden schneidern
    schnippeln schnüren schrauben schreiben schreinern schubsen schulen schütten schützen schwärzen schweißen
    sensibilisieren servieren setzen sicher|gehen sicher|stellen schnitzen schenken senden sichern sichten sieben siegeln signieren
    simulieren singen skripten sondieren sorgen sortieren spachteln spannen sparen spenden sperren spezifizieren
    sponsern sprechen sprengen spritzen spülen stanzen stapeln stärken staubsaugen stecken steigern stellen stemmen
    stempeln steuern stiften stopfen stornieren streamen strecken streichen streuen stricken strukturieren stutzen
    suchen synchronisieren tackern takten tanken tapezieren tauschen taxieren teil|nehmen teilen telefonieren
    terminieren testen texten tilgen tippen tracken tragen trainieren transferieren transkribieren transportieren
    treffen trennen trocknen trommeln twittern üben über|leiten überarbeiten überbringen überdenken übergeben
    überkleben übermalen übermitteln übernehmen überprüfen überreden übersenden übersetzen überspielen überstellen
    überstreichen übertragen überwachen überweisen überzeugen um|arbeiten um|bauen um|benennen um|buchen um|decken
    um|drehen um|fahren um|formen um|formulieren um|füllen um|gestalten um|graben um|hängen um|horchen um|hören
    um|krempeln um|legen um|leiten um|melden um|modeln um|nutzen um|organisieren um|parken um|pflanzen um|planen
    um|programmieren um|räumen um|rühren um|rüsten um|schauen um|schichten um|schreiben um|schulen um|sehen
    um|setzen um|stecken um|steigen um|stellen um|streichen um|tauschen um|topfen um|verteilen um|ziehen umzäunen
    unter|kriegen unterbreiten unterbringen unterfüttern untergliedern unterlegen unterrichten unterschreiben
    unterstützen untersuchen unterzeichnen updaten uploaden validieren verabreden verankern veranlassen
    veranstalten verarbeiten verarzten veräußern verbessern verbinden verbreiten verbreitern verbuchen verdoppeln
    verdrahten verdunkeln verdünnen veredeln vereidigen vereinbaren vereinfachen vereinheitlichen verfassen
    verfeinern verfolgen verfrachten verfugen vergeben vergleichen vergraben vergrößern vergüten verhandeln
    verhökern verhüllen verkabeln verkaufen verkitten verkleiden verkleinern verknüpfen verkosten verkuppeln
    verkürzen verladen verlagern verlängern verlegen verleihen verlinken verlosen vermarkten vermehren vermerken
    vermessen vermieten vermitteln vernähen vernetzen vernichten veröffentlichen verpachten verpacken verpflegen
    verpflichten verputzen verrechnen verreisen verriegeln verschenken verscherbeln verschicken verschieben
    verschließen verschneiden verschönern verschrauben verschriftlichen verschrotten versenden versenken versetzen
    versiegeln versorgen verspachteln verstärken verstauen verstecken versteigern versuchen vertagen verteilen
    verticken vertiefen vertonen vertreten vervielfachen vervielfältigen vervollständigen verwahren verwalten
    verwandeln verwerten verwirklichen verzeichnen verzieren verzurren vor|arbeiten vor|backen vor|bereiten
    vor|bestellen vor|beugen vor|bohren vor|buchen vor|fahren vor|fertigen vor|finanzieren vor|formulieren
    vor|fühlen vor|führen vor|gehen vor|halten vor|heizen vor|klären vor|kochen vor|kosten vor|laden vor|legen
    vor|merken vor|nehmen vor|planen vor|schießen vor|schneiden vor|sondieren vor|sortieren vor|sprechen vor|spülen
    vor|strecken vor|streichen vor|treiben vor|wärmen vor|ziehen voran|bringen voran|gehen voran|treiben
    vorbei|bringen vorbei|fahren vorbei|gehen vorbei|kommen vorbei|schauen wahr|nehmen waschen wässern wechseln
    weg|bringen weg|fahren weg|geben weg|heften weg|packen weg|räumen weg|schließen weg|schmeißen weg|stellen
    weg|tragen weg|werfen wegschaffen weiter|arbeiten weiter|bauen weiter|bearbeiten weiter|betreiben
    weiter|entwickeln weiter|erzählen weiter|fragen weiter|führen weiter|geben weiter|leiten weiter|machen
    weiter|pflegen weiter|reichen weiter|sagen weiter|schicken weiter|suchen weiter|tragen weiter|verarbeiten
    weiter|verfolgen weiter|vermitteln wenden werben wickeln wischen wuchten würfeln würzen zahlen zählen zähmen
    zapfen zeichnen zerkleinern zerlegen zerschneiden zertifizieren ziehen zimmern zu|arbeiten zu|bereiten
    zu|buchen zu|decken zu|fügen zu|gehen zu|kaufen zu|kleben zu|leiten zu|liefern zu|machen zu|nähen zu|ordnen
    zu|packen zu|richten zu|rufen zu|schicken zu|schneiden zu|senden zu|sperren zu|spielen zu|stecken zu|stellen
    zu|teilen zu|weisen zünden zurecht|legen zurecht|machen zurück|bauen zurück|bringen zurück|fordern zurück|geben
    zurück|holen zurück|legen zurück|melden zurück|nehmen zurück|rufen zurück|schicken zurück|schreiben
    zurück|setzen zurück|stellen zurück|überweisen zurück|zahlen zusammen|bauen zusammen|bringen zusammen|fegen
    zusammen|fügen zusammen|führen zusammen|kehren zusammen|kommen zusammen|legen zusammen|packen zusammen|räumen
    zusammen|rechnen zusammen|rufen zusammen|schreiben zusammen|setzen zusammen|stellen zusammen|suchen
    zusammen|tragen zusammen|trommeln zusammen|ziehen zwischen|lagern zwischen|speichern`,
  tell: `
    fest|halten ab|raten an|bieten an|führen an|geben an|kündigen an|merken an|regen an|sprechen an|zweifeln antworten
    appellieren argumentieren auf|fordern auf|führen auf|werfen auf|zeigen aus|führen aus|sprechen äußern
    beantworten bedanken bedauern lesen pochen befürworten begründen begrüßen beipflichten bejahen beklagen
    bekräftigen bekunden bemängeln bemerken beneiden beraten bereden berichten beschreiben beschweren
    beschwichtigen beschwören bestätigen betonen bezweifeln bitten danken dar|legen dar|stellen dazwischen|rufen
    demonstrieren diskutieren drängen ein|gestehen ein|haken ein|räumen ein|wenden ein|werfen empfehlen
    entgegen|halten entgegnen enthalten entschuldigen ergänzen erinnern erklären erläutern ermutigen eröffnen
    erörtern erwägen erwähnen erwarten erwidern erzählen fabulieren fest|stellen fordern fragen geben gratulieren
    grüßen heraus|stellen heraus|streichen hervor|heben hin|weisen hinterfragen hoffen informieren
    insistieren jammern klagen klar|machen kommentieren konstatieren kontern kritisieren kund|tun lachen lästern
    leiten loben meinen mit|teilen moderieren mokieren monieren mutmaßen nach|denken nennen nicken offen|legen
      philosophieren plädieren präsentieren protokollieren raten rechtfertigen referieren resümieren
    rügen sagen scherzen schildern schimpfen schlagen schlussfolgern schwärmen signalisieren skizzieren sticheln
    stimmen stöhnen tadeln thematisieren überlegen um|reißen unken unterbrechen unterstreichen urteilen
    veranschaulichen verdeutlichen vergewissern verkünden verlangen verlassen verlesen verneigen verneinen
    versichern verteidigen verurteilen verweisen vor|bringen vor|lesen vor|rechnen vor|schlagen vor|stellen
    vor|tragen vor|werfen warnen weisen widerrufen widersprechen widmen wiedergeben wiederholen witzeln wünschen
    würdigen zeigen zitieren zu|geben zu|raten zu|sagen zu|sichern zu|sprechen zu|stimmen zurück|blicken
    zurück|fragen zurück|treten zurück|weisen zurück|ziehen zusammen|fassen`,
  be: `
    ab|weichen ähneln an|dauern an|fallen an|gehören an|halten an|kommen an|laufen an|stehen an|steigen arbeiten
    ärgern auf|fallen auf|hören auf|tauchen auf|wachsen aus|fallen aus|laufen aus|reichen aus|scheiden aus|sehen
    aus|treten aus|ziehen basieren beabsichtigen bedeuten bedürfen befinden befürchten begegnen beginnen begrenzen
    beherrschen bei|treten beinhalten bejubeln bekommen beruhen besitzen bestehen betragen betreffen beziehen
    bleiben brauchen da|stehen dauern dazu|kommen dienen drohen eignen ein|fallen ein|leuchten
    ein|treffen ein|ziehen empfinden enden entfallen entsprechen entstehen ereignen erfahren erfolgen erfordern
    erfüllen ergeben erhalten erhöhen erkennen erkranken erleben ermöglichen ermüden erreichen erscheinen erübrigen
    erwachsen existieren faulen fehl|schlagen fehlen finden flackern fließen folgen fressen freuen frieren fühlen
    fungieren funktionieren fürchten gären gedeihen gefallen gehören gelingen gelten genießen genügen geraten
    gewinnen gewöhnen glauben grassieren hadern haften handeln hängen harren hassen heißen herrschen hervor|gehen
    hin|kommen hinken hinterher|hängen interessieren kämpfen kennen klaffen klappen kommen kosten lassen laufen
    lauten leben lecken leer|stehen lehnen leiden lernen liegen liken lohnen mangeln merken mögen münden nahe|legen
    nerven nutzen nützen passen passieren profitieren ragen regnen reichen resultieren rosten ruhen schätzen
    scheinen scheitern scheuen schimmeln schließen schmecken schmerzen schrumpfen schulden schwanken
    schweigen schwinden sehen sein sinken sitzen spielen spuken stagnieren stammen starten statt|finden stauen
    stehen steigen sterben stinken stocken stören strahlen streiken streiten stürzen stützen tagen tauen tendieren
    träumen treten tropfen tun über|wiegen überlasten überraschen um|fallen um|gehen umfassen unterscheiden
    variieren veralten verbleiben verderben verdienen verfallen verfügen vergehen vergessen vergilben verhalten
    verlaufen verlieren vermissen vermuten verrotten versagen verschimmeln verschwinden verstehen verzögern
    vor|herrschen vor|kommen vor|liegen wachsen wackeln warten weg|fallen wehen weigern weiter|gehen weiter|laufen
    wiegen wimmeln wirken wissen wohnen wollen wundern zerfallen zögern zu|nehmen zu|treffen zurück|bleiben
    zurück|gehen zurück|kommen zusammen|brechen zusammen|hängen zweifeln`,
  decide: `
    ab|lehnen ab|stimmen an|nehmen berufen beschließen bestimmen bewilligen billigen einigen entlasten entscheiden
    ernennen fest|legen fest|setzen genehmigen gut|heißen verabschieden verständigen wählen`,
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
  |scheiden scheidet geschieden schied|beißen beißt gebissen biss|blasen bläst geblasen blies
  |braten brät gebraten briet|brennen brennt gebrannt brannte|dringen dringt gedrungen drang|essen isst gegessen aß
  |fehlen fehlt gefehlt fehlte|empfehlen empfiehlt empfohlen empfahl|fressen frisst gefressen fraß|frieren friert gefroren fror
  |kriechen kriecht gekrochen kroch|reißen reißt gerissen riss|rennen rennt gerannt rannte|ringen ringt gerungen rang
  |schießen schießt geschossen schoss|schmeißen schmeißt geschmissen schmiss|schmelzen schmilzt geschmolzen schmolz
  |schweigen schweigt geschwiegen schwieg|schwinden schwindet geschwunden schwand|singen singt gesungen sang
  |springen springt gesprungen sprang|stechen sticht gestochen stach|sterben stirbt gestorben starb
  |stinken stinkt gestunken stank|streiten streitet gestritten stritt|trinken trinkt getrunken trank
  |verderben verdirbt verdorben verdarb|vergessen vergisst vergessen vergaß|weichen weicht gewichen wich
  |wiegen wiegt gewogen wog|zwingen zwingt gezwungen zwang|beginnen beginnt begonnen begann|kennen kennt gekannt kannte
`

/** Acts that regulate for good rather than being done once: "Die Liste soll in der Ablage gepflegt werden" is a rule. */
export const lastingVerbs = `
  an|bieten auf|nehmen behandeln bei|behalten beachten behalten berücksichtigen beteiligen betreiben bewahren dürfen
  ein|beziehen ein|binden ein|halten ein|setzen ein|ziehen entfallen erfolgen erhalten erheben finden führen gelten
  gewähren halten kommunizieren kosten laufen nutzen pflegen statt|finden tagen treffen verfahren veröffentlichen
  finanzieren verschicken versenden verwenden wechseln zahlen zulassen bleiben kaufen bezahlen vergeben verzichten integrieren beteiligen leben
`

/** What an office or a person does after a meeting, and hardly anybody does as a habit. */
export const followUpVerbs = `
  ab|klären aktualisieren an|fragen an|passen an|schaffen an|schreiben aus|arbeiten aus|schreiben benachrichtigen besorgen
  bestellen ein|holen ergänzen erarbeiten erkundigen erstellen klären kontaktieren korrigieren kümmern nach|bessern
  nach|fragen nach|haken nach|holen nach|liefern nach|reichen organisieren prüfen reparieren überarbeiten überprüfen
  unterrichten veranlassen verschicken versenden vor|bereiten weiter|geben weiter|leiten zu|leiten zu|schicken zu|senden
`
