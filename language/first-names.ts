import { remembered } from './remembered.ts'
import { fold } from './words.ts'

/**
 * Given names that are common in Germany, Austria and Switzerland, of every origin that round tables bring together.
 * Names that are also everyday nouns or months ("Mark", "August", "April", "Wolf") are left out on purpose.
 */
const FIRST_NAMES = new Set(
  fold(`
    aaron abdul abdullah abigail abraham achim adalbert adam adele adeline adem adina adnan adrian adriana adriano
    agata agathe agnes agnieszka ahlam ahmad ahmed ahmet aicha aida ainhoa aischa aisha akif aksel alaa alan alban
    albert albrecht aldo aleks aleksandar aleksander aleksandra aleksej alena alessandra alessandro alessia alessio
    alev alex alexa alexander alexandra alexandre alexej alexia alexis alfons alfred ali alice alida alina aline alisa
    alisha alissa alma alois aloisia alva alvin alwin amadeus amal amalia amanda amara amelia amelie amely amin amina
    amir amira amos ana anastasia anastasija anatol anders andi andra andre andrea andreas andree andreea andrej
    andreja andrew andrzej andy anett angela angelika angelina angelo anik anika anita anja anke ann anna annabell
    annalena anne annegret anneliese annemarie annette annika anouk anselm anselma ansgar antje antoine anton antonella
    antonia antonina antonio antony anuschka anwar anya apollonia aram arda arian ariana ariane ariel arif aristide
    arjen arlette armando armin arne arno arnold arnulf aron arthur artur arved arvid asja asli asma astrid asya athina
    attila aurel aurelia aurelie axel ayla aylin ayman aynur ayse ayten azad aziz azra babette bahar baran barbara
    bärbel bartek bartosz basti bastian bastien bayram bea beate beatrice beatrix bela belinda belma ben benedikt
    benita benjamin benjamino bennet benni benno benny bente bereket berenike berit berkan berna bernadett bernadette
    bernard bernardo bernd bernhard bert berta berthold bertram besnik betina bettina betty beyza bianca bibiana bilal
    birgit birgitta birte bjarne björn blanca blanka blerta boas bodo bogdan bogdana boris bosse branka branko brendan
    brian brigitte brit britt britta bruna brunhilde bruno bülent burak burcu burghard burkhard caglar calvin canan
    cansu cara carin carina carl carla carlo carlos carlotta carmela carmen caro carola carole carolin carolina
    caroline carsten caspar catarina caterina catharina cathleen cathrin cecile cecilia celal celia celina celine cem
    cengiz chantal charles charlie charlotte cheyenne chiara chloe chris christa christel christian christiane
    christiano christin christina christine christof christoph christopher ciara cilli cindy claas claire clara
    clarissa claudette claudia claudine claudio claus clemens cleo coco colin collin conny conrad constantin constanze
    cora cordelia cordula corinna corinne cornelia corvin cosima cosmo cristina curt cyril cyrill czeslaw dagmar dalia
    damian damir damla dana daniel daniela danijel danilo danny daphne daria dario darius darja darko david davide
    davut debbie deborah defne dejan delia demian denis denise deniz dennis derya désirée detlef detlev diana diego
    dieter dieterich diether dietlinde dietmar dietrich dilan dilara dilek dimitra dimitri dimitrios dimitris dirk
    dirka djamila dmitri dobrila dominic dominik dominika dominique donata doreen doris dorit dorle doro dorota
    dorothea dorothee dörte dragan dragana duc duncan duygu dylan dzenana ebba ebru eckard eckart eckehard eckhard eda
    edda eddi eddie eddy edeltraud edgar edina edith edmund edna eduard eduardo edvard edwin efe egon ehrenfried eike
    eileen eirik ekaterina ekkehard ela elena eleni eleonora eleonore elfriede eliane elias elif elin elina elio eliot
    elisa elisabeth elisabetta eliza elke ella ellen elli elly elma elmar elodie elsa elsbeth else elvira elyas emad
    emanuel emanuela emil emilia emilie emilija emilio emily emine emir emircan emma emmanuel emmi emmy emre enes
    engelbert enis enno enrico enya enzo ercan erdal erhan erhard eric erich erik erika erin erkan ermin erna ernestine
    ernst ersin erwan erwin erwina esma esmeralda esmeray esra esteban estelle ester esther etienne eugen eugenia
    eugenie eva evangelos eve evelin evelina eveline evelyn evi ewa ewald ezgi fabia fabian fabienne fabio fabiola
    fabrice fadi fadime faisal falko fanni fanny farah fares fariba farid farida farouk fatih fatima fatma fatmir fatos
    federico fedor felicia felicitas felina felipe felix felizitas femke fenja ferdi ferdinand ferhat feride fernanda
    fernando feyza fidelis fidelius filip filippa filippo filiz finja finlay finn finnja fiona firas fjodor flavia
    flavio flo florentine florian floriana florin florina frances francesca francesco francis francisca francisco
    franco francois francoise franjo frank franka frano franz franziska franziskus frauke fred freddy frederic
    frederica frederick frederik frederike freerk freia freya frida frido fridolin frieda friedel friedemann friederike
    friedhelm friedlinde friedrich fritz fritzi frodo fynn gabi gabor gabriel gabriela gabriele gabriella gaby gamze
    gebhard geert georg georgia georgina georgios gerald geraldine gerd gerda gereon gerhard gerhild gerlind gerlinde
    gernot gero gerold gerrit gertraud gertrud gesa geza ghassan giacomo gian gianluca gianni gina gino gioia giorgio
    giovanna giovanni gisbert gisela giselher gitta gitte giulia giuliana giulio giuseppe goran gordon görkem goswin
    gottfried götz grazyna gregor gregory greta gretchen grete gretel grit grita gudrun guido guilia gülay gülcan
    gülsen gunda gundi gundula gunhild gunnar gunter günter gunther günther gustav gusti gwen gwendolyn habib hadi
    hadija hagen hajo hakan hakim hala halil halina halvar hamed hamid hamza hanife hanka hanna hannah hanne hannelore
    hannes hanno hannsjörg hans hansjörg hanspeter harald harm harri harry hartmut harun hasan hassan hatice hauke
    havva hayat hayri hedda hedi hedwig heida heidelinde heidelore heidemarie heiderose heidi heidrun heike heiko
    heiner heinke heino heinrich heinrike heinz hela heleen helen helena helene helga helge heli helin helke hella
    helma helmfried helmut helmute helmuth hendrik henk hennes henning henny henri henrietta henriette henrik henrike
    henry herbert heribert herma hermann hermina hermine herta hertha hicham hikmet hilal hilde hildegard hildegund
    hilke hilko hilmar hiltrud hinnerk hinrich hira hjalmar holger horst hrvoje hubert hubertus huda hugo hulda hülya
    humam hüseyin hussein ian iannis ibo ibrahim ida idris ignaz igor ihsan iiris iken ilaria ilayda ildiko ilham ilhan
    ilia ilija ilja ilka illya ilona ilse ilyas imad iman imelda imke imran imre ina indira ines inessa inga inge
    ingeborg ingeburg inger ingo ingrid inken inna insa ioana ioannis ira irem irena irene irfan irina irini iris irma
    irmela irmeli irmgard irmhild irmingard irmtraud irmtrud isa isaac isaak isabel isabell isabella isabelle isidor
    isidora iska ismail isolde israa issa istvan iva ivan ivana ivica ivo ivonne iwan izabela jaap jack jacqueline
    jacques jakob jakub jalal jale jalil jamal jamie jamila jan jana janek janet janett janette jani janika janin
    janina janine janis janka janna janne jannes jannik janning jannis janno janosch janus jara jarmila jaromir
    jaroslav jaroslaw jascha jasmin jasna jason jaspar jasper javad javier jawad jayden jean jeanette jeanne jeannette
    jeannine jelena jella jelle jelto jenna jenni jennifer jenny jens jeremias jeremy jerome jeronimo jerzy jesper jess
    jesse jessica jessika jette jil jill jim jimmy jo joachim joan joana joanna joanne jobst jochen joel johan johann
    johanna johannes john jola jolanda jolanta jolina jon jona jonah jonas jonathan jonna jonte joost jörg jorge jorid
    jorin jorina jorinde joris jorn jörn jos jose josef josefa josefine joseph josephine joshua josip joska jost josua
    jovan jovana juan judit judith jule jules julia julian juliana juliane julie juliette julika julina julita julius
    junis juno jupp jurek jürg jürgen juri jurij justin justina justine justus jutta jytte kadir kai kaj kaja kajetan
    kalina kalle kamil kamila kamilla kamran karen karim karin karina karl karla karolin karolina karoline karsten
    kaspar kassandra katalin katarina katarzyna kate katerina katharina katharine kathi kathleen kathlen kathrin kathy
    kati katinka katja katrin katy kaya kaye keanu kemal kenan kenneth keno kerem kerim kersten kerstin keti kevin
    khadija khaled kiana kiara kili kilian killian kim kimberly kimi kimia kira kirsten kjell klaas klara klaudia klaus
    klemens knud knut koen kolja konni konny konrad konstantin konstanze kora koray korbinian kordula korinna kornelia
    kostas kostja krista kristian kristin kristina kristof kristofer kristoffer krystian krystyna krzysztof kubilay
    kunibert kunigunde kuno kurosch kurt ladina laila lale lamia lana lando lara larissa larry lars lasse laszlo latifa
    laura laurens laurent laurentius laurenz laurin lavinia layla lea leana leander leandra leandro leif leila lena
    leni lenja lenka lenn lennard lennart lennert lenni lennox lenny leo leon leona leonard leonhard leonid leonie
    leonora leopold leopoldine leroy leslie lestari letizia levent levi levin levke lewin leyla leyli lia liam liana
    lias lidia lidija liesel lieselore lieselotte lilian liliana liliane lilija lilith lilli lillian lilly lilo lin
    lina linda linh linn linnea lino linus lio lionel liridon lisa lisann lisanne lisbeth lise liselotte lisette lissy
    liv livia livio liz liza ljiljana ljubica loay logan loic lola lonneke lore loredana loreen loreley lorena lorenz
    loretta lorin lothar lotta lotte louie louis louisa louise luan luana luc luca lucas lucca luci lucia luciano lucie
    lucien lucienne lucija lucy ludger ludmila ludmilla ludwig ludwiga luis luisa luise luitgard luitpold luiz luka
    lukas luke lutz luzia luzie lya lydia lyn lynn maarten madeleine madita madlen mads maelle magali magda magdalena
    magnus maha mahdi mahmoud mahmut mahnaz mahsa maik maike maite maj maja makbule maksim maksym malek malene malik
    malika malina malou malte malu malwina malwine mandy manfred manja manny manolis manolo manon manou manu manuel
    manuela mara marc marcel marcela marcello marcin marco marcus mareike marek maren margareta margarete margaretha
    margarethe margarita margit margita margitta margo margot margret margrit margrith maria mariam marian mariana
    marianne mariano marie mariele mariella marielle mariem marietta marija marika marike marilena marina marinus mario
    mariola marion marius mariusz marja marjan marjana marje marjolein marko markus marla marleen marlen marlena
    marlene marlies marlin marlis marlon marlou marni marta marten martha marthe martin martina martine martino martje
    marvin marwan marwin mary maryam maryna massimo mateo mateusz mathea mathias mathieu mathilda mathilde mathis
    matilda matilde mats matteo matthias matthis matti mattias mattis maud maura maurice mauricio maurits mauritz mauro
    max maxi maxim maxime maximilian maximiliane maxine maya maysa mechthild mechtild medina mehdi mehmet mehtap meike
    melanie melek melike melina melinda melis melissa melitta meral merit merle merlin mert merta merve meryem meta
    mete metin metje mette mia micha michael michaela michaele michail michal michalina michel michela michelangelo
    michele michelle michi mieke mieze miguel mihaela mihai mihail mika mikael mikail mike mikko miko mikolaj mila
    milad milan milana milena milka milko milla milo milos milou mina minh mino mira mirco mireille mirela mirella
    miriam mirja mirjam mirjana mirko miro miroslav miroslaw mirza mischa misha mitja mladen moana mohamad mohamed
    mohammad mohammed mohsen moira mojca molly mona monia monica monika monique morena morgane moritz morten moses
    mouna mounir muhamed muhammad muhammed muhammet muna murad murat muriel musa mustafa mustapha myriam myrtha nabil
    nadeem nader nadezhda nadia nadim nadine nadira nadja nael nagihan nahid naima najib nala nancy nani naomi narges
    nargiz nasim nasrin nasser nastja natalia natalie natalija natalina natalja natascha nathalie nathan nathanael
    nazan nazli neele nejla nela nele nelli nelly nelson nena nepomuk nesrin nesrine neven nevena nevin nicholas nick
    nicki nicklas nicky niclas nico nicola nicolai nicolas nicole nicolina nicolle nicolo nidal niel niels nikita
    niklas niko nikol nikola nikolai nikolaj nikolas nikolaus nikolett nikolina nikos nilay nilgün nilo nils nilüfer
    nina ninja nino ninon nis nisa nisha nives nizar noah noel noelle noemi nola nooa noor noora nora norah norbert
    norea noreen norina norman norwin nour nuno nuray nurcan nuri nuria nurten oda odile odo okan oktay olaf ole oleg
    oleksandr oleksij olena olesja olf olfa olga olha oli olive oliver olivia olivier olja olli ollie omar onno onur
    orhan ornella ortrud ortrun ortwin osama oscar oskar osman oswald oswin otmar ottfried otthein ottilie ottmar otto
    ottokar oya ozan özcan özge özgür özlem pablo pamela panagiotis paola paolo parisa pascal pascale pascha patricia
    patrick patrik patrizia patrycja paul paula pauli paulina pauline paulo pavel pavle pawel pawlo pedram pedro peer
    pegah peggy pelle pepe peppi pernilla petar peter petr petra petro petronella petrus phil philine philip philipp
    philippa philippe phillip phillipp phillis philomena phoebe phuong pia pierina pierre piet pieter pina pinar piotr
    pippa pirmin pius poldi polina priscilla priska przemyslaw quang quentin quirin rabea rabia rachel radek radka
    radmila radomir radoslaw radovan rafael raffael raffaela raffaele rahel rahime raik raiko raimar raimund rainald
    rainer raissa raja ralf ralph ramazan rami ramin ramiro ramon ramona rana ranja raoul raphael rasha rasim rasmus
    ratko raul rayk raymond razan rea rebecca rebekka recep regina regine regula reimar reimer reinald reinaldo reiner
    reinhard reinhardt reinhild reinhilde reinhold relindis remi remo remy rena renata renate renato rené rengin renko
    renzo resi reto reza rhea ricardo riccardo richard rico rieke rika rikarda rike riko rina rinaldo rino risa rita
    roald robbie robby robert roberta robertine roberto robin rocco roderich rodrigo roger rohan roja rojda roland
    rolando rolf romain roman romana romane romano romeo romina romy ronald roni ronja ronnie ronny rosa rosalia
    rosalie rosalinde rosamunde rosanna rosario rosel roselinde rosemarie rosi rosina rosita rosl rosmarie roswitha
    rouven rowena roxana roxane roza ruben rudi rüdiger rudolf rupert ruprecht ruslan rustam rut ruth ruthild ryan saad
    saada saba sabah sabine sabri sabrina sadaf sadik safa safiya sahra said saida sakine saleh salih salim salma
    salman salome salvatore sam samantha samet sami samim samin samir samira sammy samson samuel samuele samy sanaz
    sander sandi sandra sandrine sandro sandy sania sanja sanjay sanna sanni santiago saoirse sara sarah sascha saskia
    savas saverio schahin schirin sebastian sebastien seda sedat sefa selda selim selin selina selma selman selvi sema
    semih semra senta serafin serafina serap serdar serena serge sergei sergej sergio serhat serhii serhij serkan sevda
    severin severine sevgi sevil sewerin sezen sezer shabnam shadi shahin shahrzad sharon shayan sheila shirin sibel
    sibylle sidney sidonie siegfried sieglind sieglinde siegmund siegrid siegrun siegward sigfried sigi sigismund
    sigmar sigmund signe sigrid sigrun sigune silas silja silke silvan silvana silvano silvester silvia silvio simeon
    simon simona simone simonetta sina sinan sindy sinja sinje siri sirin siska sissi sixten sladjana slavica slawomir
    smilla snezana sofia sofie sofija sohail söhnke solveig sonay soner songül sonia sonja sönke sophia sophie soraya
    sören soufian souhaila spyros srdjan stanislaus stanislav stanislaw stefan stefania stefanie stefano steffen steffi
    steffo stefka stella stephan stéphane stephanie stephen steve steven stig stina stine stoyan sture sükrü suleika
    süleyman suna sunniva susan susana susann susanna susanne suse susi suzan suzana suzanne svante sven svenja sverre
    svetlana swantje swen swenja swetlana sybille sylke sylvain sylvana sylvester sylvia sylvie sylwia szymon tabea
    tabitha taha tahir taisia talea talha tali talia talida tamara tamas tamina tamino tammo tania tanita tanja tanya
    taras tarek tarik tassilo tatiana tatjana tayfun tea telma teo terence teresa teresia terje tessa thaddäus thais
    thalia thanh thea theda thekla thelma theo theodor theodora theodoros theresa therese theresia thiemo thierry thies
    thilda thilo thobias thomas thorben thordis thore thorolf thorsten thorwald thuy thyra tiago tiana tiberius tiffany
    tilda till tillmann tilly tilman tilo tim timea timm timmy timo timon timotheus timur tina tini tinka tino tiziana
    tjark tjorben tjorven tobi tobiah tobias todor tom tomas tomasz tomislav tomke tommaso tommy tomte toni tonia tonio
    tonja tony tora torben torge torleif torsten trang traude traudel traudl traute tristan trude trudi trung tuba
    tudor tugba tülay tulin tülin tuncay turgut turid tyler tyra ubbo udine udo uffe ugur ulan ulas ulf ulfert uli
    uljan uljana ulla ulli ullrich ulrica ulrich ulrike ümit umut undine urs ursel ursula urte usama uschi uta ute utz
    uwe vaclav vadim valentin valentina valentino valeria valerian valerie valerija valery valmir vana vanessa vangelis
    vanja varvara vasco vasil vasile vasilis veit velten vendula vera verena verona veronica veronika vesna vicky
    victor victoria victorine viet vigo viktor viktoria vilja vilma vilmos vince vincent vincenz vincenzo vinzent viola
    violeta violetta virginie vitali vitalij vito vittoria vivian viviana viviane vivien vivienne vlad vladimir
    vladislav vlado vojtech volker volkert volkhard volkhart volkmar volodymyr vreni vroni walburga waldemar waldtraud
    walid wally walpurga walter walther waltraud waltraut wanda wanja warja wassili wassilij wasyl wendelin wendy wenke
    wenzel werner wibke widukind wiebe wiebke wieland wiktor wiktoria wilfried wilhelm wilhelmina wilhelmine wilko
    willem willi william willibald willy wilma wilmar wim winfried winnie winnifred winrich wiola wito witold wladimir
    wojciech wojtek wolfgang wolfhard wolfram wout xander xaver xavier xenia ximena yael yanick yanik yanis yann
    yannick yannik yannis yara yaren yasar yasemin yaser yasin yasmin yasmina yavuz yelena yeliz yella yesim ylva yoko
    yolanda yoshi youssef yulia yuliia yuna yunus yuri yuriy yusuf yuval yves yvette yvo yvonne zachary zafer zahra
    zainab zaira zakaria zaki zara zdenek zdenka zehra zeki zelal zeno zenta zeynep zina zita zlata zlatan zlatko zoe
    zoey zofia zora zoran zsofia zsolt zuhal zuzana
  `)
    .trim()
    .split(/\s+/),
)

/** Is the word a common given name ("Julia", "Yusuf", "Jens-Peter")? Case and accents do not matter. */
export const isFirstName = remembered((word: string): boolean => {
  const folded = fold(word)
  if (!folded.includes('-')) return FIRST_NAMES.has(folded)
  return folded.split('-').every(part => FIRST_NAMES.has(part))
})
