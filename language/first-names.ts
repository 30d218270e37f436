import { remembered } from './remembered.ts'
import { fold } from './words.ts'

/**
 * Given names that are common in Germany, Austria and Switzerland, of every origin that round tables bring together.
 * Names that are also everyday nouns or months ("Mark", "August", "April", "Wolf") are left out on purpose.
 */
const FIRST_NAMES = new Set(
  fold(`
    aaron abdul abdullah achim adam adele adnan agnes ahmad ahmed aicha aisha alaa albert alena alex alexa alexander
    alexandra alfred ali alice alina aline alma amal amalia amelie amin amina amir amira ana anastasia andi andre andrea
    andreas andrzej andy angela angelika anika anita anja anke ann anna annabell annalena anne annegret anneliese
    annemarie annette annika anton antonia antonio anwar aram arda arian armin arne arno arnold arthur artur asma astrid
    ayse aylin azad aziz barbara bastian beate beatrice beatrix ben benedikt benjamin berit bernadette bernd bernhard
    berta bettina bianca bilal birgit birgitta birte björn bodo boris brigitte britta bruno burkhard canan carina carl
    carla carlos carmen carola carolin caroline carsten caspar catharina cem celine charlotte chiara chris christa
    christel christian christiane christin christina christine christof christoph christopher claas clara claudia
    claudio claus clemens conny conrad constanze cordula corinna cornelia cosima cristina dagmar dana daniel daniela
    dario david deborah denis denise dennis derya detlef diana diego dieter dilara dimitri dirk dmitri dominik doreen
    doris dorothea dorothee ebru eckhard edgar edith eduard elena elfriede elias elif elisa elisabeth elke ella ellen
    elli elmar elsa elvira emil emilia emily emine emma emre enrico erdal eric erich erik erika erkan erna ernst erwin
    esra esther eva evelyn fabian fadi fatima fatma felicitas felix ferdinand fiona firas florian frank franka franz
    franziska frauke frederik frieda friedrich fritz gabi gabriel gabriela gabriele georg gerald gerd gerda gerhard
    gerlinde gerrit gertrud gesa gisela gottfried götz gregor greta gudrun guido günter günther gustav habib hakan hamid
    hanna hannah hannelore hannes hans harald hartmut hasan hassan heidi heidrun heike heiko heiner heinrich heinz helen
    helena helene helga helge helmut hendrik henning henriette henrik henry herbert heribert hermann hilde hildegard
    hilke holger horst hubert hüseyin hussein ibrahim ida ilka ilona ilse imke ina ines inga inge ingeborg ingo ingrid
    irena irene irina iris irmgard isa isabel isabell isabella ismail ivan ivana jakob jalal jamal jamila jan jana janek
    janina janine janis jannik jasmin jason jens jennifer jenny jessica joachim joana jochen joel johanna johannes john
    jonas jonathan jörg jörn josef josefine joshua judith julia julian juliane julius jürgen jutta kai karen karim karin
    karina karl karla karolin karsten katharina kathrin katja katrin kemal kerstin kevin khaled kilian kim kira kirsten
    klara klaus konrad konstantin konstanze korbinian kristian kristin kristina kurt lara lars larissa laura lea leila
    lena leo leon leonard leonie leonora levin leyla lia liam lilli lilly lina linda linus lisa lisbeth liv lorenz lothar
    lotta lotte louis louisa luca lucas lucia ludger ludwig luis luisa lukas lutz lydia magdalena maha mahmoud maik maike
    maja malte manfred manuel manuela mara marc marcel marco marcus mareike maren margarete margit margot margret maria
    marian marianne marie marika marina mario marion marius markus marlene marlies marta martha martin martina marvin
    mathias mathilda matteo matthias matthis max maxi maximilian maya mehmet melanie melina merle meryem mia michael
    michaela michel michelle mika mike mila milan milena mina mira miriam mirjam mirko mohamad mohamed mohammad mohammed
    mona monika monique moritz mounir muhammad murat mustafa nadia nadine nadja nasrin natalia natalie natascha nele nick
    nico nicola nicolas nicole niels nikita niklas nikola nikolaus nils nina noah noemi nour nora norbert nour nuria olaf
    ole oleg olena olga oliver olli oli omar orhan oskar osman otto özlem pascal patricia patrick patrizia paul paula
    pauline pedro peer pegah peter petra phil philip philipp philippe pia pierre quentin rabea rafael rahel raimund
    rainer ralf ralph ramona rana raphael rasha raul rebecca rebekka regina regine reinhard reinhold renate rené ricardo
    richard rita robert roberto robin rolf roland roman ronald ronja ronny rosa rosemarie roswitha roza rüdiger rudi
    rudolf ruth saba sabine sabrina said salim salma sam samantha samir samira samuel sandra sanna sara sarah sascha
    sebastian selin selina selma serap sergej serkan sibel sibylle siegfried silas silja silke silvia simon simone sina
    sinan sofia sofie sonja sonia sophia sophie stefan stefanie steffen steffi stephan stephanie susann susanna
    susanne sven svenja svetlana swantje sylvia tabea tamara tanja tarek tatjana teresa tessa thea theo theodor theresa
    thomas thorben thorsten till tilman tim timo timon tina tobi tobias tom torben torsten tristan udo ulf uli ulla ullrich
    ulrich ulrike ursula usama uta ute uwe vadim valentin valentina valerie vanessa vera verena veronika victor victoria
    viktor viktoria vincent viola vivian viviane volker volkmar walid walter waltraud wanja werner wiebke wilfried wilhelm
    willi wladimir wolfgang yannick yasemin yasin yasmin yasmina youssef yunus yusuf yvonne zahra zainab zeynep zoe
  `)
    .trim()
    .split(/\s+/),
)

/** Is the word a common given name ("Julia", "Yusuf", "Jens-Peter")? Case and accents do not matter. */
export const isFirstName = remembered((word: string): boolean => {
  return fold(word)
    .split('-')
    .every(part => FIRST_NAMES.has(part))
})
