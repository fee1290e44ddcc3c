"""First names that are common in the Netherlands and Flanders, in lower case.

A first name on this list makes a capitalised pair of words a person without further evidence;
a name that is not on it needs a context (a role, a verb of speaking) to count.
"""

from __future__ import annotations

FIRST_NAMES = frozenset(
    """
aad aaf aafke aagje aaltje aart abdel abdelkader abdellah abdul abel abigail achmed achraf ad ada
adam adil adinda adri adriaan adriana adrie adriënne adèle agnes agnita ahmed ahmet aicha aida
aisha akke albert alberto alex alexander alexandra alfons alfred ali alice alicia alida alie aline
allard alma alwin amal amalia amanda amar amber ambroos amina amine amir amira amy an ana anand
anass anastasia anders andrea andreas andrew andré andy angela angelica angelique angèle anil anita
anja anjo ank anke ankie ann anna annabel anne anne-marie anne-marije anneke anneliek annelieke
annelien annelies annelore annemarie annemarieke annemie annemiek annemieke annet annette annick
annie anniek annika anouk anouschka ans anthony antje antoine antoinette anton antonia antonio
antoon antwan appie arash ard arend ariane arie ariel arif arjan arjen arjo arlette armand arne
arno arnold arnoud arnout art arthur ary asha ashley aslan asma astrid atie attila aukje aurélie
axel ayla aylin ayse ayşe aziz aziza aïcha babette babs bahar bahia baldwin bart bas bastiaan bea
beatrice beatrijs beatrix bella ben benedict benjamin bennie benno benny benoit berber berend
bernadette bernard berry bert bert-jan berta berthe bertie bertus bess beth betsy bettie bettina
betty bianca bilal birgit birgitte björn bo bob boris boudewijn bouke boukje bram brecht bregje
brenda brent brian bridget brigitte britt brittany bruno bryan burak cameron camiel camilla camille
can cara carel carin carina carine carl carla carlijn carlo carlos carly carmen carol carola carole
carolien carolina caroline cas casper catharina catherine cathy catrien ceciel cecile cecilia cees
cees-jan celeste celia cem chahid chaima chantal charles charlie charlotte cherelle chiara chloé
chris chris-jan christa christel christiaan christian christien christina christine christof
christoph christophe cihan cilia cindy claartje claire clara claudia clemens coby coen colette
colin conny conrad constance constantijn constanze cor cora corien corina corine cornelia cornelis
corné corrie corry cristina cynthia cyriel cécile céline daan daisy dana daniel daniela danielle
daniëlle danny daphne daria dave david davide davied davy debbie deborah demi denise dennis derek
derk desi desiree detlef dewi diana diane dick didier diederik diego dieke dieter dieuwertje
dimitri dina dineke dionne dirk dirk-jan ditte djamila doede don donald donna dora dorien doris
dorothea dorothé dorothée doutzen dries driss duco dunya dyonne désirée ed eddy edgar edith edmond
eduard eduardo edward edwin eef eefje eelco eelke egbert egon eileen eke elen elena eleonora elfi
elham elif eline elisa elisabeth elise elke ella ellen elles ellis elly els elsa elsbeth elselien
elske elvira elwin emiel emil emile emilia emilie emily emma emmanuel emmy emre engel enno eric
erica erik erika erna ernest erno ernst erwin esmee esmeralda esmée esra esther ethel etienne etta
eugenie eugène eva evelien eveline evelyn evelyne evert ewald ewoud ezgi fabian fabienne faisal
famke fanny farah farid farida fatih fatiha fatima fatma fay faya fedde feike felicia felix femke
fenna fenne ferdi ferdinand ferry fieke fien filip finn fiona fleur flip floor floortje flora
florence florian floris foppe fouad fouzia frank franka franklin frans fransje françois françoise
fred freddy frederic frederiek frederik frederique freek freya frida frieda frits froukje frédéric
fulya gabi gabriella gabrielle gabriël gaby gea geert geert-jan geertje geertrui geertruida gemma
georg george georges ger gerald gerard gerard-jan gerben gerbrand gerda gerdien gerdy gerhard
gerjan gerlinde gerlof germaine gerrie gerrit gerrit-jan gert gert-jan gerti gertie gertjan
gertrude gerwin ghizlane giel gijs gijsbert gilles gina gineke giovanni gisela gitta giulia
giulietta glenn gloria godelieve godfried goedele gonda gonnie gordon govert grace graham greet
greetje gregor gregory greta grietje guido guillaume gust gusta gustaaf guus guy gwen gülsen hafid
hafida haico hajar hakan hakim halima hamid hamza han hana hanna hannah hanne hanneke hannelore
hannes hannie hanny hans hans-peter harald harko harm harmen harold haroun harrie harriet harriët
harry hasan hasna hassan hatice hatim hayat hector heidi hein heino helder heleen helen helena
helene helga hella helma helmut hendrik hendrika hendrikje henk henk-jan henny henri henrica
henriette henrik henry herbert herma herman hermann hermien hermina hermine hero hessel hester
hetty hicham hilda hilde hildegard hilke hille hind hinke hiske hubert hugo huib huibert huub hylke
håkan ibrahim ibtissam ida ien iet igor ike ikram ilham ilja ilona ilse ilyas iman imane imke imran
ina indra ine ineke ines inge ingeborg ingmar ingo ingrid inke inès irene irina iris irma isa isaac
isabel isabella isabelle ismael ismail isolde ivan ivana ivo ivonne izaak jaap jaap-jan jack jackie
jaco jacob jacoba jacobien jacolien jacqueline jacques jade jaimy jake jakob jamal james jamie
jamila jan jan-dirk jan-hein jan-jaap jan-kees jan-peter jan-pieter jan-willem jana jane janet
janice janienke janine janka janna janne janneke jannes jannette jannie jantien jantine jantje
janus jara jarno jasmijn jasmine jason jasper jawad jean jean-marie jean-paul jean-pierre jeanet
jeanette jeanine jeanne jeannette jef jeff jeffrey jelena jelle jelmer jennie jennifer jenny jens
jeremy jeroen jesse jessica jessie jesús jet jetske jette jim jimmy jitske jitte jo joachim joan
joana joanna joanne joaquin joaquín job jochem jochen joep joeri johan johann johanna johannes john
johnny joke jolanda jolanthe jolein jolien jolijn jon jonas jonathan jonne joop joost jop jordi
jordy jorg jorieke jorien joris jorn jorrit jos jose josef josefien joseph josephina josephine
josette joshua josien josine josje jost josé jouke joy joyce jozef joël joëlle juan judith julia
julian juliana julie juliette julius juliën june jur jurgen juriaan jurjen jurriaan jurrien justin
justine justus jutta jérémy jérôme jürgen kaat kamal karel karen karianne karim karima karin karina
karl karlien karlijn kars kasper katarina kate katelijne kathelijne katherine kathleen kathy katia
katie katinka katja katleen katrien katrijn katrin kay kaya kayleigh kees kees-jan keesjan kelly
kelvin kemal ken kenan kenneth kerem kerim kevin khadija khalid kiki kim kimberly kirsten kitty
klaartje klaas klaas-jan klara klaske koen koenraad koos kor kris krista kristel kristen kristien
kristina kristine kristof kurt kyra lamia lana lara lars lasse laszlo latifa laura laure laurence
laurens laurent laurie lea leah leen leendert leila lena lenie lennart lenneke leo leon leona
leonard leonie leontien leontine leopold les lesley leslie lex leyla lia liam lianne libby lidewij
lidia lidwien lieke lien lies lies-lotte liesbet liesbeth liese lieselot lieselotte lieve lieven
lievijn lili lilian lilly lily lina linda linde lindsay lindsey lineke linette linn linnea lisa
lisanne lisbeth lise liselotte lisette lita liv livia lizet lizette lizzy lobke lode lodewijk loek
loeky loes lois lonneke lore lorena lorenzo loretta lothar lotta lotte lou loubna louis louisa
louise lourens luc luca lucas lucia lucie lucien lucienne lucy ludo ludovic luisa luit luke lut
lutgard lutgarde luuc luuk lydia lynn lysbeth lyske maaike maarten maartje machiel machteld mada
maddy madeleine madelief madelon mads magda magdalena mahmoud mahmut malika malou mandy manfred
manon mansour manuel manuela mara marc marcel marcella marcelle marcello marco margje margo margot
margreet margret margriet margrit mari maria mariam marian mariana marianne mariannick marie
marie-claire marie-josé marie-louise mariek marieke mariel marielle mariet mariette marije marijke
marijn marijne marilène marina marine marinka marinke marinus mario marion marisa marisca mariska
marissa marit marita marius mariëlle marja marjan marjanne marjel marjet marjo marjoke marjolein
marjoleine marjolijn marjon marjorie mark markus marleen marleine marlieke marlies marlijn marlinde
marloes marlou marlène marnix marriët marte marten martha marthe martien martijn martin martina
martine martje marvin mary maryam maryem maryse maría mathias mathieu mathijs mathilde mats matteo
matthew matthias matthieu matthijs matthé maud maura maureen maurice maurits mauro max maxim maxime
maximiliaan may maya mayke medea mees mehdi mehmet meike meindert meint melanie melchior melike
melina melis melissa melle melvin menno mercedes merel meriam merijn merlijn mert merve meryem mia
michael michaela michaël michel michelle michiel mick mieke mien miep mies miguel mikael mike
mikkel mila milan milena milou mimi mimoun mina minke mira miranda mireille mirel mirella miriam
mirjam mirte mirthe mischa mitchel mo mohamed mohammad mohammed mona monica moniek monika monique
morad morgane mostafa mounir mourad mozes murat mustafa myra myriam myrna myrra myrte myrthe nabil
nabila nadia nadine nadir naima najat najib nancy nanda naomi narda nassim natacha natalia natalie
natascha natasja nathalie nathan nazan nele nelie nell nelleke nelly nelson nena nesrin neville
nico nicola nicolaas nicolas nicole nicolet nicolette nicoline niek niels nienke nihal nijs nikki
niko nikola nils nina nine nisrine noa noah noel noor noortje nora norah norbert nordin norma noura
noémi noël noëlle nuray nurten nynke okke olaf olav olga olivia olivier omar onno orhan orlando
oscar oskar osman oswald otto ouafa oumaima paola pascal pascale pat patricia patricio patrick
patrizia patty paul paula paulien paulina pauline pedro peggy pelle pepijn percy peter petra
petronella petrus phil philip philippe philomena pien pier piet piet-hein pieter pieter-bas
pieter-jan pieterjan pieternel pietje pim pip pleun pol prisca priscilla priya priyanka quinten
quinty quirijn rabia rachel rachid rachida radboud radha raf rafael rafaël rahma ralf ralph ramazan
ramon ramona randy rani rania raoul raphaël raquel rashid raul ravi ray raymond rebecca rebekka
redouan redouane reem regina reginald regine reimer rein reina reinder reinhard reinier reinoud
reinout rembrandt remco remi remko remy renata renate rene renske renze rené renée resi reyhan rhea
ria rianne ricardo richard rick rico rien rik rika rikkert rima rina rinke rinske rinus riny rita
rob robbert robbert-jan robbie robby robert robert-jan roberta roberto robin robrecht rocco
rochelle roderick rodger roel roelie roelien roelof roger rogier roland rolf rolien roman romy ron
ronald ronnie ronny roos roosmarijn rosa rosalie rosalinde rosanna rosanne rose rosemarie
rosemarijn rosie rosita rowan rowena roxanne roy ruben rudi rudie rudolf rudy ruerd rutger ruth
ruud ryan saar saartje sabien sabina sabine sabrina sadia safae safia sahar said saida salima salma
sam samantha samer samia samir samira samuel sander sandra sanja sanna sanne sara sarah sarita
sascha saskia saïd scarlett sean seb sebastiaan sebastian sebastien seda sefa selim selin selina
seline selma serena serge sergio servaas sevda shanna shannon shanti sharda sharon sheila shirley
sibel sidney siebe siebren siem siemen sien sietse sietske sigrid siham sijmen sil silke silvana
silvia simon simone sinan sita sjaak sjaan sjef sjoerd sjoerdje sjors sjoukje soeraj sofia sofie
soheila sonia sonja sophia sophie soraya souad soufiane soumaya stan stanley stef stefaan stefan
stefanie stella stephan stephanie stephen steve steven stien stijn stine stéphanie sue suleyman
sultan sumaya sunita susan susanna susanne suus suzan suzanna suzanne suzette sven svenja swaan
sybe sybren sylvana sylvester sylvia sylvie sébastien søren taco tamar tamara tania tanja tanya
tara tarek tarik tariq tarkan tatiana tatjana ted teddy tess tessa teun teunis thalia thea thecla
theo theodoor theodora theresa therese thierry thieu thijmen thijs thimo thirza thom thomas thys
thérèse tibor tiemen tiene tijl tijmen tijn tilly tim timo timon tina tine tineke tinie tinne tirza
titia titus tjaart tjalling tjebbe tjeerd tjerk tjitske tjitte tobias tom tomas tomasz ton tonia
tonie tonnie tonny toon toos tosca trees trudi trudie trudy trui truus twan tycho ufuk ulla ulrich
ulrike umit urban ursula ute uwe valentijn valentina valerie valérie vanessa veerle vera verena
vero verona veronica veronique vesna vic vicky victor victoria vikram vincent viola violet virginie
vivian viviane vivianne vladimir véronique wafa walid wally walter wanda ward warner wasim wassim
wendel wendela wendy wessel wicher wiebe wieger wiel wienand wieneke wieske wietske wija wil
wilbert wilco wilfred wilfried wilhelm wilhelmina will willeke willem willem-jan willemieke
willemien willemijn willy wilma wim wouter xander xavier xenia yair yann yannick yara yaren yasemin
yasin yasmin yasmina yasmine yassin yassine ybo yentl ylva yoka yolanda yolande yoram youri youssef
yusuf yvan yves yvet yvette yvo yvon yvonne zahra zakaria zara zeger zehra zeki zeynep zina ziska
zita zlatan zoe zohra zoé zoë zwaantje özlem
    """.split()
)
