"""First names that are common in the Netherlands and Flanders, in lower case.

A first name on this list makes a capitalised pair of words a person without further evidence;
a name that is not on it needs a context (a role, a verb of speaking) to count.
"""

from __future__ import annotations

FIRST_NAMES = frozenset(
    """
aad aaf aafje aafke aagje aaltje aaltsje aaron aart aartje abdel abdelhak abdelkader abdellah
abdellatif abderrahim abdessamad abdul abel abele abena abigail abraham achmed achraf ad ada adam
adil adinda adri adriaan adriana adrianus adrie adriënne adèle afia agatha agnes agnieszka agnita
ahmed ahmet aicha aida aisha aissatou akke akua albert alberto albertus aleida alejandro aleksandra
alewijn alex alexander alexandra alfons alfred ali alice alicia alida alie alijda aline allard alma
alonso alvaro alwin amadou amal amalia amanda amani amar amber ambroos amina aminata amine amir
amira amna amy an ana ana-maria anand anass anastasia anders andrea andreas andrew andrzej andré
andy ane-marie angela angelica angelique angèle anil anita anja anjo ank anke ankie ann anna
anna-maria annabel anne anne-marie anne-marije anneke anneliek annelieke annelien annelies anneloes
annelore annemarie annemarieke annemie annemiek annemieke annet annette annick annie anniek annika
anouar anouk anouschka ans anskje antheunis anthonie anthony antje antoine antoinette anton
antonella antonia antonio antonius antoon antwan appie arash ard arend ariane arie ariel arif arjan
arjen arjo arlette armand arne arno arnold arnoldus arnoud arnout art arthur ary asha ashley ashwin
aslan asma astrid atie atje attila auke aukje aurélie axel aya ayah ayla aylin ayoub ayse ayşe aziz
aziza aïcha aïsha babette babs badr bahar bahia baldwin bart bartholomeus bartosz bas bashir basma
bastiaan bastiana bastien bastinus bauke baukje bavo bea beata beatrice beatrijs beatrix beatriz
beitske bella ben benedict benjamin bennie benno benny benoit benoît berber berend berendina
bernadette bernard bernlef berry bert bert-jan berta berthe bertie bertus bess beth betsy bettie
bettina betty betül bianca bilal birgit birgitte björn bo bob boele bogdan bonne bonny boris bote
bouchra boudewijn bouke boukje bouwe bram brecht brechtje bregje bregtje brenda brent brian bridget
brigitte brigitte-anne britt brittany broer bruna bruno bruun bryan btissam burak bénédicte bülent
büşra cameron camiel camilla camille can cara carel carin carina carine carl carla carlijn carlo
carlos carly carmen carol carola carole carolien carolina caroline cas casper cassia catharina
catherine cathy cato catrien ceciel cecile cecilia cees cees-jan celeste celia cem cengiz chahid
chaima chaimae chandra chantal chantelle charles charlie charlotte cherelle cheyenne chiara chloé
chris chris-jan christa christel christelle christiaan christian christien christina christine
christof christoph christophe cihan cilia cindy cindy-lee claartje claire clara clarissa claudia
clemens coby coen colette colin conny conrad constance constantijn constanze consuelo cor cora
corien corina corine corneel cornelia cornelis corné corrie corry cristina cynthia cyriel cécile
célestin céline daan daisy dalal dana daniel daniela danielle daniëlle danny daphne daria dariusz
dave david davide davied davy debbie deborah delphine demi denise dennis derek derk desi desiree
detlef devi dewi dharma diana diane dick didier diederik diego diego-jan dieke dieter dieuwertje
dieuwke dimitri dina dineke dingena dionne dirk dirk-jan dirkjan dirkje ditte djamila doede
dominique don donald donna dooitze dora dorien doris dorota dorothea dorothé dorothée doutje
doutzen douwe dries driss duco dunya durk durkje dwight dyonne désirée döne eabele easke ed eddy
edgar edith edmond edson eduard eduarda eduardo edward edwin eef eefje eelco eelke eelkje eeltsje
efua egbert egbertje egon eilard eileen eise eize eke elen elena eleonora elfi elham elif eline
elisa elisabeth elise eliza elizabeth elke ella ellen ellert elles ellis elly els elsa elsbeth
elselien elske elvira elwin elzbieta emiel emil emile emilia emilie emilio emily emine emma
emmanuel emmy emre engel engelbert enno ercan erdal erhan eric erica erik erika erna ernest erno
ernst ernst-jan erwin esge esmee esmeralda esmée esra esteban esther ethel etienne etta eugenie
eugène eva evelien evelijn eveline evelyn evelyne everdien evert evert-jan evy ewa ewald ewoud ezgi
fabian fabienne fabio fabiola fabrice fadi fadime fadoua faisal famke fanny farah farid farida
faris farouk fatih fatiha fatima fatma fatou fatoumata fay faya fedde feddo federico feike feitse
felicia felipe felix femke femmie fenna fenne fennigje ferdi ferdinand ferhat fernanda fernando
ferre ferry fetze fieke fien fien-marie filip filipa fimke finn finne fiona fleur flip floor
floortje flora flore florence florian floris fokje fokke fokko folkert folkje foppe fouad fouzia
francesca francesco francisco franciscus frank franka franklin frans fransje françois françoise
fred freddy frederic frederiek frederik frederika frederique freek freya frida frieda frits froukje
frédéric fulya gabi gabriela gabriella gabrielle gabriël gaby ganesh gea geartsje geert geert-jan
geertje geertrui geertruida geeske gemma georg george georges ger gerald gerard gerard-jan gerardus
gerben gerbrand gerda gerdien gerdine gerdy gerhard gerjan gerlinde gerlof germaine gerrie gerrit
gerrit-jan gerritje gerry gert gert-jan gerti gertie gertjan gertrude gerwin gesina ghada ghislain
ghislaine ghizlane giacomo giel gijs gijsbert gijsje gilberto gilles gina gineke giorgio giovanni
gisela gitta giulia giulietta gjalt glenda glenn gloria goaitsen godelieve godfried godfrieda
goedele goffe goitske gonda gonnie gordon gosse govert grace gracia graciela gradus graham greet
greetje gregor gregory greta griet grietje grytsje grzegorz grégory guido guillaume guillermo
gunter gust gusta gustaaf gustavo guus guy gwen gé gökhan gülay gülsen gülten haaije hacer hadassah
hafid hafida hafsa haico haidar haije haitze hajar hakan hakim hala halima halina hamid hamza han
hana hanane hanife hanna hannah hanne hanne-lore hanneke hannelore hannes hannie hanny hans
hans-peter harald harke harko harm harmen harmke harold haroun harrie harriet harrij harriët harry
hasan hasna hassan hatice hatim havva hayat hector heidi hein heino helder heleen helen helena
helene helga hella helma helmut hendricus hendrik hendrika hendrikje hendrina henk henk-jan henny
henri henrica henricus henriette henrik henry herbert herma herman hermann hermanus hermien hermina
hermine hero hervé hessel hester hette hetty hicham hidde hieke hilda hilde hildegard hilke hille
hiltje hind hinke hinne hiske hotze houda hubert hubertus hugo huguette huib huibert humphrey
hussein huub hylke hylkje håkan hélène hülya ibrahim ibrahima ibtissam ida idse idske iebele ieme
ien iepie iet ignacio igor ihssane ike ikram ilham ilias ilja ilker ilona ilonka ilse ilyas imad
iman imane imke imran ina indra ine ineke ines inge ingeborg ingmar ingo ingrid inke inskje inès
inês irena irene irina iris irma isa isaac isabel isabella isabelle isabelle-anne ishaan ismael
ismail ismaïl isolde ivan ivana ivo ivonne iwan iwona iyad izaak jaap jaap-jan jabik jacek jack
jackie jaco jacob jacoba jacobien jacobje jacobus jacolien jacomijn jacomina jacqueline jacques
jade jadwiga jaimy jake jakob jakub jamal jamal-eddine james jamie jamil jamila jan jan-dirk
jan-hein jan-jaap jan-kees jan-peter jan-pieter jan-willem jana jane janet janice janienke janine
janka janna janne janneke jannes jannetje jannette jannie jannigje jantien jantine jantje jantsje
janus japke jara jarek jarno jaroslaw jasmijn jasmine jason jasper jaswant javier jawad jaïr jean
jean-baptiste jean-françois jean-luc jean-marc jean-marie jean-paul jean-pierre jeanet jeanette
jeanine jeanne jeannette jeannine jeen jef jeff jeffrey jehannes jelena jelle jellie jelly jelmer
jeltje jennie jennifer jenny jens jente jeremy jeroen jeroon jerrel jesje jesse jessica jessie
jesús jet jetske jette jihad jikke jildau jildou jim jimmy jits jitse jitske jitte jo joachim joan
joana joanna joanne joao joaquin joaquín job jochem jochen joep joeri johan johann johanna
johanneke johannes john johnny joke jolanda jolanthe jolein jolien jolijn jon jonas jonas-jan
jonathan jonne joop joost jop jordi jordy jorg jorge jorieke jorien joris jorke jorn jorrit jos
jose josef josefien josefina joseph josephina josephine josette joshua josien josine josje jost
josé jouke joukje joy joyce jozef jozefien joão joël joëlle juan juanita judith julia julian
juliana julie juliette julio julius juliën jumana june jur jurgen jurgen-lee juriaan jurjen jurn
jurre jurriaan jurrien justin justine justus justyna jutta jérémy jérôme jürgen kaat kadir kamal
kamiel kaoutar karel karen karianne karim karima karin karina karl karlien karlijn kars kasia
kasper kasper-jan katarina katarzyna kate katelijne kathelijne katherine kathleen kathy katia katie
katinka katja katleen kato katrien katrijn katrin kavita kay kaya kayleigh kea kees kees-jan
keesjan keimpe kelly kelvin kemal ken kenan kenneth kerem kerim kersti kevin khadija khaled khalid
khalil kiki kim kimberly kiran kirsten kitty klaartje klaas klaas-jan klaas-peter klaasje klara
klaske klazien klazina knilles kobe koen koenraad kofi kojo koos kor koray kris krishna krista
kristel kristen kristien kristina kristine kristof krzysztof kumar kurt kwaku kwame kyra kübra
laetitia laila lakshmi lamia lamkje lammert lamyae lana lander lara lars lasse laszlo latifa laura
laure laurence laurens laurent laurentius laurie layla lea leah leander leandro leen leendert
leendertje leentje leffert leila lena lenie lennart lenneke leo leon leona leonard leonardo
leonardus leonie leontien leontine leopold les lesley lesley-ann leslie levent lex leyla lia liam
lianne libby lidewij lidia lidwien lieke lien lies lies-lotte liesbet liesbeth liese lieselot
lieselotte lieuwe lieuwkje lieve lieven lievijn lijntje lili lilian lilian-rose lilly lily lina
linda linde lindsay lindsey lineke linette linn linnea lisa lisanne lisbeth lise liselotte lisenka
lisette lita liv livia lizet lizette lizzy lobke lode lodewijk loek loeky loes lois lolke lolkje
lonneke lore lorena lorenzo loretta lothar lotta lotte lotte-marie lou loubna louis louisa louise
lourens lourina lowie loïc lubbert luc luca lucas lucas-jan lucia luciana lucie lucien lucienne
lucy lucía ludo ludovic ludwig luis luisa luit luke lut lutgard lutgarde lutske luuc luuk lydia
lykle lynn lysbeth lyske maaicke maaike maarten maarten-jan maartje machiel machteld machtelt mada
maddy madeleine madelief madelon mads magda magdalena mahdi mahmoud mahmut malgorzata malika malou
mamadou mandy manfred manoel manon mansour manuel manuela mara marc marcel marcela marcella
marcelle marcello marcelo marco marcos marek margaretha margje margo margot margreet margret
margriet margrit mari maria mariam mariama marian mariana marianne mariannick marie marie-anne
marie-claire marie-josé marie-louise mariek marieke mariel mariela marielle mariet mariette marije
marijke marijn marijne marijt marike marilène marina marinda marine marinka marinke marinus mario
marion marisa marisca mariska marissa marit marita marius mariëlle marja marjan marjanne marjel
marjet marjo marjoke marjolein marjoleine marjolijn marjon marjorie mark markus marleen marleine
marlieke marlies marlijn marlin marlinde marloes marlon marlou marlène marnix marouane marriët
marta marte marten martha marthe martien martijn martin martina martine martje marvin mary maryam
maryem maryse marzena maría mateusz matheus mathias mathieu mathieu-jean mathijs mathilda mathilde
mathis matilde mats mats-jan matteo matthew matthias matthieu matthijs matthé maud maura maureen
maurice mauricio maurits mauro max maxence maxim maxime maximiliaan may maya mayke mazen maëlle
medea meena mees mehdi mehmet meike meindert meindertje meint meinte meintje melanie melchior melek
melike melina melis melissa melle melvin melvin-roy menke menne menno mercedes merel merel-anne
meriam merijn merlijn mert merve meryem mia michael michaela michal michaël michel michelle michiel
mick mick-jan mieke mien miep mies mietje miguel miguelina mikael mike mikkel mila milan mildred
milena milou mimi mimoun mina minke minne mira miranda mireille mirel mirella miriam mirjam mirte
mirthe mischa mitchel mo mohamed mohamed-amine mohammad mohammed mohan mona mona-lisa monica moniek
monika monique morad morgane mostafa mouna mounir mourad moussa mozes murad murat mustafa myra
myriam myrna myrra myrte myrthe mélanie nabil nabila nader nadia nadine nadir naima najat najib
nancy nand nanda nanko nanne nanning naomi naoual narda nassim natacha natalia natalie natascha
natasja nathalie nathan naveen nawal nazan neha nele nelie nell nelleke nelly nelson nena nesrin
neville nico nicola nicolaas nicolas nicole nicolet nicolette nicolina nicoline niek niels nienke
nienke-jan nihal nijs nikki niko nikola nils nina nine nisha nisrine noa noah noel noor noortje
nora norah norbert nordin nore-marie norma nour noura noureddine noémi noémie noël noëlle nuray
nurhan nurten nynke octavio oebele oeds oene oepke oetse okan okke oksana olaf olav oleksandr olena
olga olivia olivier omar onno onur oona ophélie orhan orlanda orlando orlando-jan orçun oscar
oscarina oskar osman oswald otto otto-jan ottoline ouafa oualid oumaima ousmane ozan pablo paola
paolo pascal pascale pascaline pat patricia patricio patrick patrizia patty paul paula paulien
paulina pauline pawel pedro peggy pelle pepijn percy peter petra petronel petronella petrus phil
philip philippe philippe-jan philomena pibo pien pier piet piet-hein pieter pieter-bas pieter-jan
pieter-paul pieterjan pieterke pieternel pieternella pietertje pietje pilar pim piotr pip pleun pol
pooja popke prakash prisca priscilla priya priyanka quincy quinten quinty quirijn quirine rabia
rachel rachid rachida radboud radha raf rafael rafaela rafaël rahma rahul raj rajae rajesh rakesh
ralf ralph ramazan ramesh rami ramiro ramon ramona rana randy rani rania ranjit raoul raphaël
raquel rasha rashid raul ravi ravindra ray raymon raymond rebecca rebekka redouan redouane reem
regina reginald regine reijer reimer rein reina reinder reinhard reinier reinou reinoud reinout
reinskje reitse reitze rekha rembrandt remco remi remko remmelt remy renata renate rene renger
renske renze renzo rené renée resi reyhan rhea ria rianne ricardo richard rick rico riemer rien
rienk rients rik rika rikkert rima rina rinke rinske rinus riny rishi rishma rita ritske ritu rixt
rkia rob robbert robbert-jan robbie robby robert robert-jan roberta roberto robin robrecht rocco
rochelle roderick rodger rodolphe rodrigo roel roelfien roelie roelien roelina roelof rogelio roger
rogier rohan rohit rokus roland rolf rolien roman romeo rommert romy ron ronald ronnie ronny roos
roosmarijn rosa rosalie rosalinde rosanna rosanna-lynn rosanne rosario rose rosemarie rosemarijn
rosemarijne rosie rosita rowan rowena roxanne roy ruben rudi rudie rudolf rudy ruerd rutger ruth
ruthmila ruud ruurd ruurdtje ryan rymke régine rémi saakje saar saartje sabien sabina sabine
sabrina sadia safae safia sahar said saida sake salah saliha salima salma salvatore salwa sam
samantha samer samia samir samira samuel sanae sandeep sander sandra sanja sanjay sanna sanne
santiago santosh sape sara sara-maria sarah sarah-lynn sarita sascha saskia satish saïd scarlett
sean seb sebastiaan sebastian sebastien seda sefa selim selin selina seline selma selçuk senne
seppe serdar serena serge sergio serhii serkan serpil servaas servatius sevda seydou shaniqua
shanna shannon shantel shanti sharda sharmila sharon sheila shirin shirley shreya shurendy sibel
sidney siebe siebren sieger siegfried siem siemen sien sieta sietse sietske sigrid siham sijke
sijmen sikke sil silke silvana silvia silvio simon simone sinan sinem siska sita sjaak sjaan sjef
sjieuwke sjoerd sjoerdje sjoerdtje sjors sjoukje slawomir smaïl soenita soeraj sofia sofie soheila
solange soledad sonal songul songül sonia sonja sophia sophie sophieke soraya souad soufiane
soumaya soumia stan stanley stanly stef stefaan stefan stefanie stella stephan stephanie stephen
steve steven stien stijn stine stoffel stynke stéphane stéphanie sue suleyman sultan sumaya sunita
suresh susan susanna susanne suus suzan suzanna suzanne suzette sven svenja svitlana swaan swopkje
sybe sybrand sybren sybrich sylvain sylvana sylvester sylvia sylvia-rose sylvie sytse sytske
sébastien séverine søren taco tadeusz taeke tahar tamar tamara tamer tamme tania tanja tanya tara
tarek tarik tariq tarkan tatiana tatjana teake ted teddy teresa tess tessa tessel tetje tetske teun
teunis thalia thea thecla theo theodoor theodora theodorus theresa therese thewis thibault thibaut
thierry thieu thijmen thijs thimo thirza thom thomas thys thérèse tialda tibor tiemen tiene tijl
tijmen tijn tilly tim timo timon tina tine tineke tinie tinne tirza titia titus tjaart tjalling
tjamke tjebbe tjeerd tjeerdtje tjerk tjerkje tjibbe tjikke tjisse tjitske tjitte tobias tolga tom
tom-jan tomas tomasz tomás ton tonia tonie tonnie tonnis tonny toon toos tosca trees trienke trijn
trijntje trineke trudi trudie trudy trui truida truus tsjerk tsjikke tuba tuur tuğba twan tycho
ufuk uilke ulbe ulla ulrich ulrike umit umut urban urmila ursula urszula usha ute uulke uwe
valentijn valentina valerie valère valérie vanessa varun veerle vera verena vero verona veronica
veronique vesna vic vicente vicky victor victoria vijay vikram viktor vincent vinciane vinod viola
violet virginie virginie-anne vital vivian viviane vivianne vladimir volkan volodymyr véronique
wafa wafae walid wally walter wanda wannes ward warner warre wasim wassim watse wendel wendela
wendy wessel wicher wiebe wiebren wiebrig wieger wiel wienand wieneke wieske wietske wietze wiggert
wija wil wilbert wilco wilfred wilfried wilhelm wilhelmien wilhelmina wilhelmus will willeke willem
willem-jan willemieke willemien willemijn willemina willy wilma wilmer wim wim-jan winston wobbe
wobke wojciech wopke wouter wouter-jan wouterien wouterine wubbo wytse wytske xander xavier
xavier-paul xaviera xenia ximena xiomara yahya yair yann yannick yara yaren yasemin yasin yasmin
yasmina yasmine yassin yassine yavuz ybeltje ybo yde yeliz yentl yinthe yke ylva ymkje yoka yolanda
yolande yolande-marie yoram younes youness youri youssef ype ytsje yuliia yusuf yvan yves yvet
yvette yvo yvon yvonne yvonne-marie zahra zain zakaria zara zbigniew zeeger zeger zehra zeki zeliha
zerrin zeynep zina zineb ziska zita zjef zlatan zoe zofia zohra zouhair zoé zoë zuhal zuleyha zwaan
zwaantje émilie özlem şule
    """.split()
)
