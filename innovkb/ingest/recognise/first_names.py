"""First names that are common in the Netherlands and Flanders, in lower case.

A first name on this list makes a capitalised pair of words a person without further evidence;
a name that is not on it needs a context (a role, a verb of speaking) to count.
"""

from __future__ import annotations

FIRST_NAMES = frozenset(
    """
aad aaf aafke aagje aaltje aart abdel abdelkader abdellah abdul abel abigail achmed achraf ad ada
adam adèle adil adinda adri adriaan adriana adrie adriënne agnes agnita ahmed ahmet aicha aida
aisha aïcha akke albert alberto alex alexander alexandra alfons alfred ali alice alicia alie
alida aline allard alma alwin amal amalia amanda amar amber ambroos amina amine amir amira amy an
ana anass anastasia andrea andreas andrew andré andy angela angelica angelique angèle anil anita
anja anjo ank anke ankie ann anna annabel anne anne-marie anne-marije anneke annelies anneliek
annelieke annelien annelore annemarie annemarieke annemie annemiek annemieke annet annette
annick annie annika anniek anouk anouschka ans anthony antje antoine antoinette anton antonia
antonio antoon antwan appie arash ard arend ariane arie ariel arif arjan arjen arjo arlette armand
arne arno arnold arnoud arnout art arthur ary asha ashley aslan asma astrid atie attila aukje
aurélie axel ayla aylin ayse ayşe aziz aziza babette babs bahar bahia baldwin bart bas bastiaan
bea beatrice beatrijs beatrix bella ben benedict benjamin bennie benno benny benoit berber berend
bernadette bernard berry bert bert-jan berta bertie berthe bertus bess beth betsy bettie betty
bettina bianca bilal birgit birgitte björn bo bob boris boudewijn boukje bouke bram bregje brecht
brenda brent brian bridget brigitte britt brittany bruno bryan burak cameron camiel camilla
camille can cara carel carin carina carine carl carla carlijn carlo carlos carly carmen carol
carola carole carolien carolina caroline casper cas catharina catherine cathy catrien cécile ceciel
cecile cecilia cees cees-jan celeste celia céline cem chahid chaima chantal charles charlie
charlotte cherelle chiara chloé chris chris-jan christa christel christiaan christian christien
christina christine christof christoph christophe cihan cilia cindy claartje claire clara claudia
clemens coby coen colette colin conny conrad constance constantijn constanze cor cora corien
corina corine cornelia cornelis corné corrie corry cristina cynthia cyriel daan daisy dana daniel
daniela danielle daniëlle danny daphne daria dave david davide davied davy debbie deborah demi
denise dennis derk derek desi desiree désirée detlef dewi diana diane dick didier diederik diego
dieke dieter dieuwertje dimitri dina dineke dionne dirk dirk-jan ditte djamila doede don donald
donna dora dorien doris dorothea dorothé dorothée doutzen dries driss duco dunya dyonne eddy edgar
edith edmond eduard edward edwin eef eefje eelco eelke egbert egon eileen eke elen elena eleonora
elfi elham eline elif elisa elisabeth elise elke ella ellen elles ellis elly els elsa elsbeth
elselien elske elvira elwin emiel emil emile emilia emilie emily emma emmanuel emmy emre engel enno
eric erica erik erika erna ernest erno ernst erwin esmee esmée esmeralda esra esther ethel etienne
etta eugène eugenie eva evelien eveline evelyn evelyne evert eveline ewald ewoud ezgi fabian
fabienne faisal famke fanny farah farid farida fatih fatiha fatima fatma fay faya fedde feike
felicia felix femke fenna fenne ferdi ferdinand ferry fieke fien filip finn fiona fleur flip
floor floortje flora floris florence florian foppe fouad fouzia fred freddy frederic frederik
frederiek frederique freek freya frida frieda frits froukje fulya gabi gabriël gabriella gabrielle
gaby gea geert geert-jan geertje geertrui geertruida gemma georg george georges gerard gerard-jan
gerald gerben gerbrand gerda gerdien gerdy gerhard gerjan gerlinde gerlof germaine gerrie gerrit
gerrit-jan gert gert-jan gerti gertjan gertie gertrude gerwin giel gijs gijsbert gilles gina
gineke giovanni gisela gitta giulia giulietta glenn gloria godelieve godfried goedele gonda gonnie
gordon govert grace graham greet greetje gregor gregory greta grietje guido guillaume guus gülsen
gust gustaaf gusta guy gwen hafid hafida haico hajar hakan hakim halima hamid hamza han hana hanna
hannah hanne hannelore hanneke hannes hannie hanny hans hans-peter harald harko harm harmen haroun
harold harriët harriet harrie harry hasan hasna hassan hatice hayat hector heidi hein heino helder
heleen helen helena helene helga hella helma helmut hendrik hendrika hendrikje henk henk-jan henny
henri henrica henriette henrik henry herbert herma herman hermann hermien hermine hermina hero hessel
hester hetty hicham hilda hilde hildegard hilke hille hind hinke hiske hubert huib huibert hugo
huub hylke ibrahim ibtissam ida ien iet igor ikram ike ilona ilja ilse ilyas iman imane imke imran
ina ine ineke ines inge ingeborg ingmar ingo ingrid inke iris irene irina irma isa isaac isabel
isabella isabelle isolde ismael ismail ivan ivana ivo ivonne izaak jaap jaap-jan jack jackie jaco
jacob jacoba jacobien jacolien jacqueline jacques jade jaimy jake jakob jamal james jamie jamila jan
jan-dirk jan-hein jan-jaap jan-kees jan-peter jan-pieter jan-willem jana jane janet janice janienke
janine janka janna janne janneke jannes jannette jannie jannes jantien jantine jantje janus jara
jarno jasmijn jasmine jason jasper jawad jean jean-marie jean-paul jean-pierre jeanet jeanette
jeanine jeanne jeannette jef jeff jeffrey jelena jelle jelmer jennie jennifer jenny jens jérôme
jeremy jeroen jesse jessica jessie jet jette jetske jim jimmy jitske jitte jo joachim joan joana
joanna joanne joaquin job jochem jochen joep joeri joke joël joëlle johan johann johanna johannes
john johnny joke jolanda jolanthe jolein jolien jolijn jon jonas jonathan jonne joop joost jop
jordi jordy jorg jorien jorieke joris jorn jorrit jos jose josé josef josefien joseph josephine
josephina josette josine josje joshua josien jost jouke joy joyce jozef juan judith juliana julia
julian julie juliën juliette julius june jur jurgen jurjen juriaan jurriaan jurrien justin justine
justus jutta jürgen kaat kamal karel karen karianne karim karima karin karina karl karlijn karlien
kars kasper katarina kate katelijne kathleen kathelijne katherine kathy katia katie katinka katja
katleen katrien katrijn katrin kay kaya kayleigh keesjan kees kees-jan kelly kelvin kemal ken kenan
kenneth kerem kerim kevin khadija khalid kiki kim kimberly kirsten kitty klaartje klaas klaas-jan
klara klaske koen koenraad kor koos kris krista kristel kristen kristien kristina kristine kristof
kurt kyra lana lara lars laszlo latifa laura laure laurence laurens laurent laurie lea leah leen
leendert leen leila lena lennart lenneke lenie leo leon leona leonard leonie leontien leontine
leopold les lesley leslie lex leyla lia liam lianne libby lidewij lidia lidwien lien lies lies-lotte
liesbet liesbeth liese lieselot lieselotte lieke lieve lieven lievijn lilian lili lilly lily lina
linda linde lindsay lindsey lineke linette linn linnea lisa lisanne lisbeth lise lisette lisanne
liselotte lita liv livia lizet lizette lizzy lobke lode lodewijk loek loes loeky lois lonneke lore
lorena lorenzo loretta lothar lotta lotte lou louis louisa louise loubna lourens luc luca lucas
lucia lucie lucien lucienne lucy ludo ludovic luisa luit luke lut lutgard lutgarde luuk luuc lydia
lynn lysbeth lyske maaike maarten maartje machiel machteld mada maddy madeleine madelief madelon
mads magda magdalena mahmoud mahmut malika malou mandy manfred manon mansour manuel manuela mara
marc marcel marcella marcelle marcello marco margje margo margot margreet margret margriet
margriet margrit mari maria mariam marian mariana marianne mariannick marie marie-claire
marie-josé marie-louise mariek marieke mariel mariëlle marielle mariet mariette marije marijke
marijn marijne marilène marina marine marinka marinke marinus mario marion marisa marisca mariska
marissa marit marita marius marja marjan marjanne marjel marjet marjo marjoke marjolein marjoleine
marjolijn marjon marjorie mark markus marleen marleine marlène marlies marlieke marlijn marlinde
marloes marlou marnix marriët marte marten martha marthe martien martijn martin martina martine
martje mary maryam maryem maryse marvin mathias mathieu mathilde mathijs mats matteo matthew matthias
matthijs matthieu matthé maud maura maureen maurice maurits mauro max maxim maxime maximiliaan may
maya mayke medea mees mehdi mehmet meike meindert meindert meint melanie melchior melike melina
melis melissa melle melvin menno mercedes merel meriam merijn merlijn mert merve meryem mia michael
michaël michaela michel michelle michiel mick mieke mien miep mies miguel mike mikael mila milan
milena milou mimi mimoun mina minke mira miranda mireille mirel mirella miriam mirjam mirte mirthe
mischa mitchel mo mohamed mohammed mohammad mona moniek monica monika monique morad morgane mostafa
mounir mourad mozes murat mustafa myra myriam myrna myrra myrte myrthe nabil nabila nadia nadine
nadir naima najat najib nancy nanda naomi narda nassim natacha natalia natalie natascha natasja
nathalie nathan nazan nele nelie nell nelleke nelly nelson nena nesrin neville nico nicola nicolaas
nicolas nicole nicolet nicolette nicoline niek niels nienke nihal nijs nikki niko nikola nils nina
nine nisrine noa noah noel noël noëlle noémi nora noor noortje norah norbert norma noura nuray nurten
nynke okke olaf olav olga olivia olivier omar onno orhan orlando oscar oskar osman oswald otto ouafa
oumaima özlem paola pascal pascale pat patricia patricio patrick patrizia patty paul paula paulien
paulina pauline pedro peggy pelle pepijn percy peter petra petronella petrus philip philippe
philomena phil pien pier piet piet-hein pieter pieter-jan pieter-bas pieternel pieterjan pietje pim
pip pleun pol prisca priscilla priya quinten quinty quirijn rabia rachel rachid rachida radboud
rafael rafaël raf rahma ralf ralph ramazan ramon ramona randy rani raoul raphaël raquel rashid raul
ravi ray raymond rebecca rebekka reem regina regine reginald reimer rein reina reinder reinhard
reinier reinout reinoud rembrandt remco remi remko remy rené renate renata rene renée renske renze
resi reyhan rhea ria rianne ricardo richard rick rico rien rik rika rikkert rina rinke rinske rinus
riny rita rob robbert robbert-jan robbie robby robert robert-jan roberta roberto robin robrecht
rocco rochelle roderick rodger roel roelie roelien roelof roger rogier roland rolf rolien roman romy
ron ronald ronnie ronny roos roosmarijn rosa rosalie rosalinde rosanne rose rosemarie rosemarijn
rosie rosita rowan rowena roxanne roy ruben rudi rudie rudolf rudy ruerd ruth rutger ruud ryan saar
saartje sabien sabina sabine sabrina sadia safae safia sahar said saïd saida salima salma sam samantha
samia samira samir samuel sander sandra sanja sanna sanne sara sarah sarita sascha saskia scarlett
sean seb sebastiaan sebastian sebastien seda sefa selim selin selina selma serena serge sergio
servaas seline sevda shanna shannon sharon sheila shirley sibel sidney siebe siebren siem siemen
sien sietske sietse sigrid silke silvana silvia sijmen sil simon simone sinan sita sjaak sjaan sjef
sjoerd sjoerdje sjors sjoukje sofia sofie soheila sonja sonia sophia sophie soraya souad soufiane
soumaya stan stef stefaan stefan stefanie stella stephan stephanie stéphanie stephen steve steven
stien stijn stine stanley sue suleyman sultan sunita susan susanna susanne suus suzan suzanna suzanne
suzette sven svenja swaan sybe sybren sylvana sylvester sylvia sylvie taco tamar tamara tanja tania
tanya tara tarik tarkan tatiana tatjana ted teddy tess tessa teun teunis thalia thea thecla theo
theodoor theodora theresa therese thérèse thierry thieu thijmen thijs thimo thirza thom thomas thys
tibor tiemen tiene tijl tijmen tijn tilly tim timo timon tina tine tineke tinie tinne tirza titia
titus tjaart tjalling tjebbe tjeerd tjerk tjitske tjitte tobias tom tomas tomasz ton tonia tonie
tonnie tonny toon toos tosca trees trudi trudie trudy trui truus twan tycho ufuk ulla ulrich ulrike
umit urban ursula ute uwe valentijn valentina valerie valérie vanessa veerle vera verena vero
verona veronica veronique véronique vesna vic vicky victor victoria vincent viola violet virginie
vivian viviane vivianne vladimir walid wally walter wanda ward warner wassim wasim wendel wendela
wendy wessel wicher wiebe wieger wiel wieneke wieske wietske wija wil wilbert wilco wilfred wilfried
wilhelm wilhelmina will willeke willem willem-jan willemien willemijn willemieke willy wilma wim wouter
xander xavier xenia yair yann yannick yara yaren yasemin yasin yasmin yasmina yasmine yassin yassine
ybo yentl ylva yoka yolande yolanda yoram youri youssef yusuf yvan yves yvet yvette yvo yvon yvonne
zahra zakaria zara zeger zehra zeki zeynep zina ziska zita zlatan zoe zoé zoë zohra zwaantje
frans frank franka fransje franklin ed eduardo ger wienand niels sébastien françois françoise frédéric jérémy inès håkan jesús maría indra rosanna olga wendel hatim
nadir arash sumaya shanti sharda soeraj vikram anand radha priyanka joaquín anders lars lasse
mikkel søren nordin redouan redouane tariq tarek samer rania rima lamia ghizlane ilham siham wafa
""".split()
)
