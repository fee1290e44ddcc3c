"""First names from A to J, in lower case."""

A_TO_J = frozenset(
    """
    aad aaf aafje aafke aagje aaltje aaltsje aaron aart aartje abdel abdelaziz abdelhak
    abdelilah abdelkader abdellah abdellatif abderrahim abdeslam abdessamad abdul abdullah abel
    abele abena abigail abraham achmed achraf ad ada adam adelheid adelien adelina adil adinda
    adnan adri adriaan adriana adrianus adrie adriënne adèle afia afke agaath agatha agnes
    agnieszka agnita agnès ahlam ahmed ahmet aicha aida aidan ailsa aimée aisha aissatou ajay
    akira akke akua alaa alain alane albert alberto albertus alec aleida alejandro aleksandra
    alessandra alessandro alessio alewijn alex alexa alexander alexandra alexis alfons alfonso
    alfred algirdas ali alice alicia alida alie alijda aline alissa alja allard alma alonso
    aloys alvaro alwien alwin amadou amal amalia amanda amani amar amaya amber ambroos amelia
    amina aminata amine amir amira amke amna amy amélie an ana ana-maria anand anass anastasia
    anastasja anaïs anders andrea andreas andreea andrei andrej andrew andries andrzej andré
    andrés andy ane-marie aneta angela angelica angelina angelique angelo angus angèle anil
    anique anis anisa anissa anita anja anjali anjo ank anke ankie ann anna anna-maria annabel
    anne anne-marie anne-marije annegien annegreet annejet annejoke anneke anneleen anneliek
    annelieke annelien annelies anneloes annelore annelou annemaaike annemarie annemarieke
    annemie annemiek annemieke annemoon annerieke annet annette annick annie anniek annika
    anouar anouk anouschka ans anselm anselma anskje antheunis anthonie anthony antje antoine
    antoinette anton antonella antoni antonia antonie antonio antonius antoon antwan anuschka
    appie aradhana arash ard arda arend ariadne ariane arie arie-jan ariel arif ariën arjan
    arjanne arjen arjenne arjo arlene arlette armand armin arnaud arne arnfried arno arnold
    arnoldina arnoldus arnoud arnout aron art arthur arvid arwen ary asha ashley ashwin asiye
    aslan asma asmaa assia astrid athina atie atje attila aubrey august auke aukje aurelia
    aurélie axel aya ayaan ayah aydin ayla aylin ayman aynur ayoub ayse ayten ayşe aziz aziza
    azra aïcha aïsha babette babs badr bahar bahia baldwin barbara barend bart bart-jan bartel
    bartholomeus bartosz bas bas-jan bashir basma bastiaan bastian bastiana bastien bastinus
    batoul bauke baukje bavo bea beata beatrice beatrijs beatrix beatriz beitske belinda bella
    ben benedict bengt benjamin bennie benno benny benoit benoît berber berdien berend berendina
    bernadette bernard bernd bernhard bernlef berry bert bert-jan berta berthe bertie bertil
    bertine berto bertrand bertus bess beth betsie betsy bettie bettina betty betül bianca bibi
    bilal bilgin birgit birgitte birol birsen björn blanka bo bob bodil boele bogdan bojan
    bonita bonne bonny boris bote bouchra boudewijn bouke boukje bouwe brahim bram bram-jan
    branko brechje brecht brechtje bregje bregtje brenda brent brian bridget brigitte
    brigitte-anne britt britta brittany broer bruce bruna bruno bruun bryan bryony btissam burak
    burcu bénédicte bülent bünyamin büşra caitlin cameron camiel camilla camille can canan caner
    cara carel carin carina carine carl carla carlien carlijn carlo carlos carlotta carly carmen
    carol carola carole carolien caroliene carolina caroline carry cas casimir caspar casper
    cassandra cassia catalina catelijne catharina cathelijne catherina catherine cathleen cathy
    cathérine cato catrien ceciel cecil cecile cecilia cees cees-jan celal celeste celia cem
    cengiz cevdet chahid chaima chaimaa chaimae chandra chantal chantelle charif charlene
    charles charley charlie charlot charlotte chayenne cherelle cherif cheyenne chiara chiel
    chloé chloë chris chris-jan christa christa-maria christel christelle christiaan christian
    christiane christien christina christine christof christoph christophe ciara cihan cihat
    cilia cilla cindy cindy-lee ciska claar claartje claire clara clarice clarien clarissa
    claude claudia claudine claus clemens cleo coby coen coen-jan colette colien colin colinda
    conny conrad constance constantijn constanze consuelo cor cor-jan cora coralie cordelia
    corien corina corine corinna corinne corneel cornelia cornelie cornelis cornelius corné
    corrie corry corstiaan corstian cosmin cristian cristina cunera curtis cynthia cyriel
    cyrille cyrus cécile célestin célia céline daan daan-jan dagmar daisy dalal dalila damiaan
    damian damien damon dana daniel daniela danielle danilo daniëlle danny danuta daphne daria
    darina dariusz darko daryl dave david davide davied davy deana debbie deborah decio dederick
    dejan delano delia delphine demi denis denise denize dennis derek derk derya desi desiree
    desmond detlef devi devika dewi dewie dharma dian diana diane dick didier dido diede
    diederik diedert diego diego-jan dieke dieneke dierk dieter dieudonnée dieuwertje dieuwke
    dilan dilara dilek dimitar dimitri dimphy dina dineke dingeman dingena dinja dionne dirk
    dirk-jan dirkjan dirkje ditta ditte djamila djoeke djuna doede dolf dominik dominique don
    donald donja donna donny dooitze doortje dora dorian dorien dorine doris dorota dorothea
    dorothé dorothée dorrit douglas doutje doutzen douwe dragana driek dries driss duco duncan
    dunya durk durkje dustin dwight dylan dyon dyonne désirée döne eabele easke ebru ed edda
    eddy edgar edgard edith edmond edna edson eduard eduarda eduardo edward edwin edy eef eefje
    eefke eelco eelke eelkje eeltsje efraim efrat efua egbert egbert-jan egbertje egidius egon
    eilard eileen eise eize eke elen elena eleonora elfi elham elia elias elien elif elin elina
    eline elisa elisabeth elisah elise elise-marie eliza elizabeth eliška eljo elke ella ellen
    ellert elles ellis elly elly-marie elma elmar elmer els elsa elsbeth elselien elsje elske
    elspeth elvan elvira elvis elwin elyas elzbieta elze emanuel emel emerence emiel emil emile
    emilia emiliano emilie emilio emily emina emine emir emke emma emmanuel emmelie emmelien
    emmeline emmie emmo emmy emre endre engel engelbert engelien enid enno enrico enrique ercan
    erdal erdem erhan eric eric-jan erica erik erik-jan erika ermelinda erna ernest ernie erno
    ernst ernst-jan errol erwin erwina esge esin esma esmay esmee esmeralda esmée esra esteban
    estelle esther ethel etienne etta ettje euan eugenie eugène eunice eva eva-maria evalien
    evangelia evelien eveliene evelijn eveline evelyn evelyne everard everdien evert evert-jan
    evi evie evita evy ewa ewald ewoud ezgi ezra fabian fabienne fabio fabiola fabrice fabrizio
    fadi fadime fadoua fahd fahim faisal famke fanni fanny farah fardau farhad farid farida
    faris farouk fatih fatiha fatima fatma fatos fatou fatoumata fatoş faustina fay faya faye
    fedde feddo federica federico fedor feike feitse felicia feline felipe felix femia femke
    femm femmie femmy fenna fenne fenneke fennigje fenny ferdi ferdinand ferdy ferenc ferhat
    feride fernand fernanda fernando ferre ferry fetze fieke fien fien-marie fiene fieneke filip
    filipa filiz fimke finette finn finne fiona fiore fleur flip floor floortje flora flore
    florence floriaan florian florine floris foeke foekje fokelien fokje fokke fokko folkert
    folkje fonny fons foppe fouad fouzia francesca francesco francisco franciscus frank franka
    franklin frans frans-jan frans-willem fransje franziska françois françoise fred fred-jan
    freddie freddy frederic frederiek frederik frederika frederique fredrik freek freek-jan
    freerk freija frenk frerik freya frida frieda friederike friso frits froukje frédéric fulya
    gabi gabriel gabriela gabriella gabrielle gabriël gaby galina ganesh gaston gea gea-jan
    geanne geartsje geert geert-jan geerte geertje geertrui geertruida geeske geke gelske gemma
    genevieve geneviève geoff geoffrey georg george georges ger gerald gerard gerard-jan
    gerardus gerben gerben-jan gerbrand gerco gerda gerda-maria gerdie gerdien gerdine gerdje
    gerdy gerhard geri gerinda gerjan gerjanne gerlien gerlinda gerlinde gerlof germaine germán
    gerrianne gerrie gerrieke gerrit gerrit-jan gerritje gerrold gerry gerson gert gert-jan
    gert-willem gerti gertie gertjan gertrud gertrude gertruud gerwin gesina geza ghada ghislain
    ghislaine ghizlane giacomo gideon gidion giedo giel gijs gijs-jan gijsbert gijsje gilbert
    gilberto gilian gilles gillian gina gineke gino gioia giorgio giovanni girbe gisela gitta
    gitte giulia giulietta giuseppe gizem gjalt glen glenda glenn gloria goaitsen godelieve
    godfried godfrieda goedele goert goffe goitske gonda gonnie gonny goos gordon gosia gosse
    goswin govert govert-jan grace gracia graciela gradus graham graziella greet greetje gregor
    gregory greta griet grieta grietje grietje-marie grytsje grzegorz grégory gudrun guido
    guilherme guillaume guillermo guna gunnar gunter gust gusta gustaaf gustavo guus guy gwen
    gwenda gwendolyn gwenny györgy gé gökhan gülay gülsen gülten günther gürkan haaije haaye
    habib hacer hadassah hadewijch hadewych hafid hafida hafsa haico haidar haije haitze hajar
    hakan hakim hakima hala halima halina hamed hamid hamide hammed hamza han hana hanan hanane
    hanife hanke hanna hanna-lotte hannah hannah-lena hanne hanne-lore hanneke hannelore
    hannemieke hanneriek hannes hannie hanny hans hans-jan hans-peter hanspeter harald harcharan
    hariëtte harke harko harm harman harmen harmke harold haroon haroun harrie harriet harrij
    harriët harry harry-jan hartger hasan hasna hassan hatice hatim havva hayal hayat hayke hayo
    hayriye heba hector hedda hedde hedwich hedwig hedy heidi heidy heike heikki heiko hein
    heine heino heinrich helder heleen heleentje helen helena helene helga hella helma helmi
    helmie helmut hemmo hendricus hendrie hendrieke hendrien hendrik hendrik-jan hendrika
    hendrikje hendrina henja henk henk-jan henk-willem henkjan henne hennie henno henny henri
    henrica henricus henriette henrik henriëtte henry herbert herbert-jan heribert herma herman
    hermann hermanna hermanus hermi hermien hermina hermine hero hervé hessel hester hester-jan
    hette hetty heyltje hicham hidde hieke hieronymus hilal hilco hilda hilde hildegard
    hildegonda hilke hille hille-jan hilliene hilmar hiltje hind hinde hinderikus hinke hinne
    hiske hissam hjalmar horst hortense hossein hotze houda houssein hubert huberta hubertus
    hugo huguette huib huibert huibrecht huig hulya humphrey hussain hussein huub hylke hylkia
    hylkje håkan hélène hülya ian ibo ibrahim ibrahima ibtissam ida idelette ids ids-jan idse
    idske iebele iefke ieke ieme ien iepie iet ietje ignacio igor ihsan ihssane ikbal ike ikram
    ilana ilayda ilgaz ilham ilias ilja ilker illes ilona ilona-maria ilonka ilse ilyas ilyes
    imad iman imane imara imco imke imme immy imran ina inanna inci indra ine ineke ineke-marie
    ines inge ingeborg ingelise ingmar ingmarie ingo ingrid ingrid-marie inke inna inskje inès
    inês ioana ioannis ionica iph ira irem irena irene irfan irina iris irma irmgard isa isaac
    isabel isabella isabelle isabelle-anne isadora isaura ishaan iskander ismael ismail ismay
    ismaël ismaïl isolde isra issa istvan itske ivan ivana ivar ivo ivonne iwan iwona iyad izaak
    izabela jaak jaap jaap-jan jaapjan jabik jac jacek jack jackelien jackie jacko jaco jacob
    jacob-jan jacoba jacobien jacobine jacobje jacobus jacolien jacomijn jacomina jacquelien
    jacqueline jacques jade jadwiga jaimy jake jakob jakub jaleesa jalila jamal jamal-eddine
    james jamie jamil jamila jan jan-albert jan-bart jan-bernard jan-dirk jan-erik jan-evert
    jan-frans jan-gerrit jan-hein jan-hendrik jan-jaap jan-joost jan-kees jan-maarten
    jan-martijn jan-paul jan-peter jan-piet jan-pieter jan-rutger jan-willem jan-wouter jana
    jane janet janette janice janienke janina janine janique janita janka janke janna
    janna-maria jannah janne janneke jannes jannetje jannette jannick jannicke jannie jannigje
    janny janos janske jantien jantina jantine jantje jantsje janus japke jara jarek jarmila
    jarno jaro jaroslav jaroslaw jasmijn jasmin jasmina jasmine jasna jason jasper jassin
    jaswant javier jawad jay jayant jaël jaïr jean jean-baptiste jean-françois jean-luc
    jean-marc jean-marie jean-paul jean-pierre jeanet jeanette jeanine jeanne jeannet jeannette
    jeannine jedidja jeen jef jeff jeffrey jefta jehannes jelena jelger jelijn jelko jelle
    jelleke jellie jelly jelmar jelmer jeltje jenna jenne jennie jennifer jenny jeno jens jente
    jeremias jeremy jeroen jerom jeronimus jeroon jerrel jerry jerzy jesaja jesje jeske jesper
    jesse jessica jessie jesús jet jetske jette jetze jihad jikke jildau jildert jildou jim
    jimmy jinke jip jitka jits jitse jitske jitte jo joachim joakim joan joana joanna joanne
    joannes joao joaquin joaquín job job-jan jobien jocelyn jochem jochen joel joelle joep joeri
    joey johan johan-paul johan-willem johann johanna johanneke johannes johannetje john johnny
    johny jojanneke joke jolanda jolande jolanta jolanthe jolein jolente jolet jolien joliene
    jolijn jolke jon jonah jonas jonas-jan jonatan jonathan joni jonne jonny joop joop-jan joos
    joosje joost joost-jan jop jopie jordi jordie jordy jorg jorge jori jorian jorick jorieke
    jorien joriene jorik jorinde jorine joris joris-jan jorke jorn jorne jorrit jorryt jort
    jorunn jos joscha jose josef josefien josefina joseph josephina josephine josette josh
    joshua josien josine josje joska jost josé jouke joukje jouko jovana joy joyce jozef jozefa
    jozefien jozien joão joël joëlle juan juanita jude judit judith judy jule jules juli-anne
    julia juliaan julian juliana julianna julie julien julienne juliet juliette julio julius
    juliën jumana june jur jurgen jurgen-lee juriaan jurian jurjan jurjen jurn jurre jurriaan
    jurrien jurriën justa justin justine justus justyna jutta jytte jérémy jérôme jörg jürgen
    émilie ömer özge özgür özlem ülkü ümit
    """.split()
)
