"""First names from K to Z, in lower case."""

K_TO_Z = frozenset(
    """
    kaan kaat kadir kai kaj kamal kamiel kamila kaoutar karel karel-jan karen karianne karien
    karim karima karin karina karl karlien karlijn karola karolien karoline kars karsten kasia
    kaspar kasper kasper-jan katalin katarina katarzyna kate katelijn katelijne kateryna
    kathalijne katharina kathelijne katherine kathie kathleen kathy katia katie katinka katja
    katleen kato katrien katrijn katrin kavita kay kaya kayleigh kazim kea keano kees kees-jan
    keesjan keimpe keith kelly kelvin kemal ken kenan kenneth kenny kenza kerem kerim kerry
    kersti kerstin kevin keziah khadija khaled khalid khalil kiki kilian kim kimberley kimberly
    kimia kimo kiran kirsten kirsti kitty kjeld klaartje klaas klaas-jan klaas-peter klaasje
    klaaske klara klarieke klaske klazien klazina knilles kobe kobus koen koenraad koert kofi
    kojo koos koosje kor kora koray korinna kornelis korrie korstiaan krijn kris krishna krista
    kristel kristen kristiaan kristian kristien kristijn kristin kristina kristine kristof
    krystyna krzysztof kubra kumar kurt kwaku kwame kylian kylie kyra kübra laetitia laila
    lakshmi lalita lamia lamkje lammert lamyae lana lander lara larissa lars lasse laszlo latif
    latifa laura laure lauren laurence laurens laurent laurentius laurie laurien laurine layla
    lazlo lea leah leander leandro leanne leen leena leendert leendertje leentje leffert leia
    leida leila leilani lejo lena lene lenie lenka lenn lennaert lennard lennart lenneke lennert
    lenny leo leon leona leonard leonardo leonardus leone leonie leonoor leonor leonora leontien
    leontine leopold leroy les lesley lesley-ann leslie letitia lettie levent levi lewis lex
    leyla lia liam lian liana lianne libby lideke lidewij lidewijde lidia lidwien lidwina lidy
    liedeke lieke lien lieneke lienke lies lies-lotte liesbet liesbeth liese lieselot lieselotte
    lieske liesl lieuwe lieuwkje lieve lieven lievijn liezelot lijntje lili lilian lilian-rose
    liliane lilianne lilly lily lina linda linde lindsay lindsey lineke linette linn linnea
    linus lionel lisa lisa-marie lisanne lisbeth lise liselore liselot liselotte lisenka lisette
    lissa lita liv livia livius lizan lizanne lize lizelot lizet lizette lizzy lobke lode
    lodewijk loek loeki loeky loes loeske lois lola lolke lolkje lonneke lore loredana loreen
    lorena lorenz lorenzo loretta lori lothar lotje lotta lotte lotte-marie lou loubna louis
    louisa louise louk loukie lourdes lourens lourina louwe louwien lowie loïc loïs lubbert
    lubna luc luca lucas lucas-jan lucia luciana lucie lucien lucienne lucille lucinda lucy
    lucía ludger ludo ludolf ludovic ludwien ludwig luigi luis luisa luit luitzen lukas luke
    luna lusanne lut lutgard lutgarde lutske luuc luuk luísa lyanne lydia lykle lynette lynn
    lysbeth lyske maaicke maaike maaren maarten maarten-jan maartje maayke mabel machiel
    machteld machtelt mada maddy madeleen madeleine madelief madelon mads mae maeva magali magda
    magdalena maggie mahdi mahir mahmoud mahmut mahsa mai maik maike maikel maita maja majda
    majella majid majorie malaika malek malgorzata malika malin malou mamadou manal mandy
    manfred manoel manon manou manouk mans mansoor mansour mante manuel manuela mara marah maral
    marc marcel marcela marcella marcelle marcellien marcello marcellus marcelo marcia marcin
    marco marcos marcus mardie mareike marek maren marga margaret margareta margaretha margarita
    margaux margi margit margje margo margot margreet margret margriet margrit margé mari maria
    mariam mariama marian mariana mariann marianne mariannick maribel marie marie-anne
    marie-christine marie-claire marie-jeanne marie-josé marie-louise marie-thérèse mariek
    marieke mariel mariela mariele marielle mariet marietje mariette marije marijke marijn
    marijne marijse marijt marika marike mariken marileen marilou marilyn marilène marin marina
    marinda marine marinella marinka marinke marinus mario marion marisa marisca mariska marissa
    marit marita maritza marius mariëlle mariëtte marja marjan marjanne marjel marjet marjo
    marjoke marjolein marjoleine marjolijn marjon marjorie mark markus marleen marleine marlene
    marlieke marlies marlijn marlin marlinde marloes marlon marlou marly marlène marnic marnick
    marnie marnix marouane maroussia marrie marrit marriët marry marta marte marten martha
    marthe marti martie martien martijn martin martina martine martinus martje marty marvin
    marwa mary mary-ann maryam maryem maryna maryse marysia marzena maría masja mateo mateusz
    mathea matheus mathias mathieu mathieu-jean mathijs mathilda mathilde mathis matilde mats
    mats-jan matt matteo matthea mattheus matthew matthias matthieu matthijs matthé mattias
    matty maud maudy maura maureen maurice mauricio maurits mauro maury max maxence maxim maxime
    maximiliaan maxine may maya mayke mayra mazen maëlle medea meelis meena mees meggie mehdi
    mehmet mehran meike meile meindert meindertje meint meinte meintje mel melanie melchior
    melek melike melina melis melissa melle melvin melvin-roy mendel menke menko menne menno
    menso mercedes merel merel-anne meriam meriem merijn merlijn mert merve meryem mette mia
    micha michael michaela michail michal michaël michel michela michele michelle michiel mick
    mick-jan micky miek mieke mien mieneke mienke miep mies miet mietje miguel miguelina mihaela
    mika mikael mike mikkel mila milan milda mildred milena miljan millie milly milo milou mimi
    mimoun mina mindert mineke minke minne mira miran miranda mireille mirel mirella miriam
    mirjam mirko mirl mirna mirre mirte mirthe mirza mischa misha mitch mitchel mitchell mo
    moammar mohamed mohamed-amine mohammad mohammed mohan mohsen mohsin moira mona mona-lisa
    monica moniek monika monique montse morad moreno morgane moritz morris mostafa mouna mounia
    mounir mourad moussa mozes muhammed mukesh murad murat muriel musa mustafa mylène myra
    myriam myrna myron myrra myrte myrthe mélanie naaldje nabil nabila nader nadia nadieh nadine
    nadir nadja nadège nahid naima najat najib najoua nancy nand nanda nander nanette nanja
    nanko nanna nanne nanning naomi naoual narda narges nasim nasira nasrin nassim nassira
    natacha natalia natalie natalja natan natascha natasha natasja nathalie nathan nathaniël
    naveen nawal nazan nazli naïma neele neeltje neha neil nele nelie nelis nelke nell nelleke
    nellie nelly nelson nena nephele nermin neske nesrin neta neville nhung niamh nic nick nicky
    nico nico-jan nicola nicolaas nicolai nicolas nicole nicolet nicolette nicolien nicolina
    nicoline nicolo niek niels niels-jan nienke nienke-jan nihal nihat nijs niki nikita nikki
    niklas niko nikola nikolaas nikolaj nikolaos nikolas nils nimet nina nine ninette ninke nino
    nisha nisrine nita nizar noa noah noam noel noella noemi nol noor noordin noortje nora norah
    norbert nordin nore-marie noreen norma norman nouchka noud nour noura nourdin noureddine
    nouri nout noé noémi noémie noël noëlle noëmi nuno nuran nuray nurcan nurhan nuria nurten
    nynke obbe ocker octavia octavie octavio odette odile odin oebele oeds oedsen oene oepke
    oetse okan okke okko oksana oktay olaf olav olcay oleg oleksandr olena olga oliver olivia
    olivier olle omar omayma omer onno ontje onur oona ophélie orhan oriana orlanda orlando
    orlando-jan orsolya orçun oscar oscarina oskar osman oswald otger otis otto otto-jan
    ottoline ouafa oualid oumaima ousmane oussama owen ozan paavo pablo paco palle paloma pam
    pamela paola paolo parisa parwin pascal pascale pascaline pascalle pasquale pat patrice
    patricia patricio patrick patries patrizia patryk patty paul paul-jan paula paulette paulien
    paulina pauline paulius paulo paulus pavel pavlina pawel paweł pebbe pedro peer peet peggy
    pelle penelope pepijn pepita percy perry petar peter peter-jan peter-paul petra petri
    petronel petronella petrus petrusja pety pharell phebe phil philine philip philippa philippe
    philippe-jan philo philomena phoebe phyllis pia pibo pien pier pierre piet piet-hein pieta
    pieter pieter-bas pieter-jan pieter-paul pieterjan pieterke pieternel pieternella pietertje
    pietje pietro piety pilar pim pina pinar piotr pip pippa pirkko pjotr pleun ploni pol polina
    polly pooja popke prakash preben prisca priscilla priya priyanka przemek puck püren qasim
    qiang queenie quincy quinn quint quinten quinty quirijn quirine raban rabia rabiaa rachel
    rachelle rachid rachida radboud radha radjen radka raf rafael rafaela rafal rafaël rafik
    rafke ragna rahma rahul raijmond raimond rainier raj rajae rajesh rajiv rakesh ralf ralph
    ramazan ramesh rami ramin ramiro ramon ramona ramses rana randy rani rania ranja ranjit
    raoul raphael raphaël raquel rasha rashid rasmus raul ravi ravindra ray rayan rayen raymon
    raymond raïssa rebecca rebekka reda redouan redouane reem reggy regi regien regina reginald
    regine reidar reijer reiko reimer rein reina reinald reinder reindert reindertje reineke
    reiner reinhard reinhilde reinier reino reinou reinoud reinout reinskje reint reita reitse
    reitze rekha rembrandt remco remi remko remmelt remmert remon remy rena renaat renaldo
    renata renate renato rene reneé renger renilde rense renske reny renze renzo rené renée resi
    reyhan rhea ria rian riana rianka rianne riaz rica ricardo riccardo richard richelle rick
    rickert ricky rico rie riek rieke riekele riekje riekus riemer rien rieneke rienk rienke
    riens rients riet rieta rik rika rike rikkert rikkie riko rikus rilana rima rimke rimme rina
    rineke rinie rinke rinkje rinko rinny rinske rinus riny rinze rishi rishma risto rita
    ritsert ritske ritu riva rixt rixte rkia rob rob-jan robbe robbert robbert-jan robbie robby
    robert robert-jan roberta roberto robin robrecht robyn rocco rochelle rochus rodanthi
    roderick roderik rodger rodi rodney rodolfo rodolphe rodrigo roef roel roeland roelant roelf
    roelfien roelie roelien roelina roelof roelofje roelofke roely roemer rogelio roger rogier
    rohan rohit rokus roland rolanda rolando rolf rolien rolinde rolinka rolly roman romana
    romanie romano romee romek romeo romi romina romke romkje rommert romuald romy ron ron-jan
    rona ronald ronaldo ronan ronja ronnie ronny roos roosje roosmarie roosmarijn rosa rosa-lee
    rosalie rosalien rosalinde rosaly rosan rosana rosanna rosanna-lynn rosanne rosario rosaura
    rose rose-marie roseline rosella rosemarie rosemarijn rosemarijne rosetta rosette rosie
    rosien rosita roswitha rowan rowdy rowena rowin roxana roxane roxanne roy ruard ruben rubia
    rubin ruby rudi rudie rudmer rudolf rudolph rudy ruerd rufus rune rut rutger ruth ruthmila
    ruud ruurd ruurdje ruurdtje ryan rykle rymke régine rémi rémy saakje saar saartje saba sabah
    sabien sabina sabine sabri sabrina sacha sadia sadik saeed safa safae safia safiya sahar
    sahin said saida sait sake salah saleh salem saliha salim salima sallie sally salma salman
    salome salomé salvatore salwa sam samanta samantha samar samara samer sami samia samina
    samir samira sammie sammy samson samuel samuël sana sanae sandeep sander sandie sandor
    sandra sandrine sandy sanja sanjay sanna sanne sanneke sannie santiago santino santje
    santosh sape sara sara-maria sarah sarah-jane sarah-lynn sarai sari sarina sarita saron
    sascha sasha sasker saskia satish saul savannah saïd saïda scarlett scott seada sean seb
    sebas sebastiaan sebastian sebastiano sebastien sebiha seda sedat sef sefa selim selima
    selin selina seline selma selçuk sem sema semih semra sena senne sepp seppe serap serdar
    serena serge sergei sergej sergio serhii serife serkan serpil servaas servatius servé seth
    sevda severien sevgi sevil sevim seyda seydou seynabou seyran shabana shahin shaima shakira
    shalini shana shanice shaniqua shanna shannon shantel shanti sharda sharif sharmila sharon
    shauna shayan sheila shelley sheri shirin shirley shiva shona shreya shurendy siard siarda
    sibel sibren sidney siebe siebren siebrig siebrigje sieger siegfried siem siemen sien sierd
    sieta siets sietse sietske sietze sifra sigrid siham sijke sijmen sikke sil silke silvana
    silvester silvia silvie silvio simeon simon simona simone sinan sinem sinne siri siska sita
    sitske sjaak sjaan sjanie sjannie sjef sjeng sjieuwke sjoera sjoerd sjoerdje sjoerdtje
    sjoert sjon sjors sjouke sjoukje sjuul slawomir smaïl soenita soeraj soetkin sofia sofian
    sofie sofieke sofyan sohail soheila solange soledad solveig somaya sonal songul songül sonia
    sonja sonny sophia sophie sophieke soraya souad soufiane soukaina soumaya soumia stan
    stanislaw stanley stanly stef stefaan stefan stefana stefani stefania stefanie stefano
    steffie steijn stella stephan stephanie stephen steve steven stien stientje stijn stina
    stine stoffel sturla stynke stéphane stéphanie suat sue suela sukru suleyman sultan sumaya
    sunita sunniva suresh susan susana susanna susanne suus suzan suzanna suzanne suze suzette
    suzie svein sven svenja svetlana svitlana swaan swopkje syb sybe sybil sybille sybrand
    sybren sybrich sylvain sylvana sylvester sylvia sylvia-rose sylviane sylvie symen syta sytse
    sytske szymon sébastien séverine søren taco tadeusz taeke tahar tahir tahira taja takis tako
    tamar tamara tamer tamim tamira tamme tammo tammy tania tanisha tanja tanneke tanya tara
    tarek tarik tariq tarkan tatiana tatjana tayfun teake ted teddy tees teetske teije tekin
    teresa teresia tess tessa tessel tetje tetske teun teuna teunis teuntje teus tewes thaddeus
    thalia thea thea-marie thecla theda theo theodoor theodora theodorus theofiel theresa
    therese theresia thessa theunis thewis thibault thibaut thibo thiemo thierry thies thieu
    thijmen thijs thimo thirsa thirza thom thomas thomasz thor thora thorsten thys thérèse
    tialda tibor tiddo tido tieme tiemen tiemo tiene tienke ties tietie tijl tijmen tijn tijs
    tilda tilde tilly tim timo timon timothy tina tine tineke tini tinie tinka tinke tinne tino
    tirza titia titus tjaarda tjaart tjakko tjalf tjalke tjalling tjamke tjarda tjark tjebbe
    tjeerd tjeerdtje tjeert tjerk tjerkje tjibbe tjikke tjisse tjitse tjitske tjitte tjitze
    tobias tobie toby toine tolga tom tom-jan tomas tomasz tommie tommy tomás ton toni tonia
    tonie tonja tonke tonko tonnie tonnis tonny toon toos tooske torben torsten tosca tove toyah
    tracy trees treesje trienke trijn trijnie trijnko trijntje trineke trinus tristan trix
    trixie trudi trudie trudy trui truida truike truus tryntsje tsjerk tsjikke tuba tugba tugrul
    tuncay turan tuur tuğba twan tycho tymen tymon tyra tys türkan uco ufuk ugo uilke uka ulbe
    ulf ulla ulrich ulrike umar umit umut urban urmila ursel ursula urszula usha usman uta ute
    uulke uwe uğur vadim valentijn valentin valentina valentine valeria valerie valery valère
    valérie van-anh vanessa varun vasco vasile vasilis veerle vera verena vergil vero verona
    veronica veronie veronika veronique vesna vic vicente vicky victoire victor victoria
    victorien vidar vigdis vijay vikram viktor viktoria vince vincent vincenza vinciane vinod
    viola violet violeta violetta virgil virgilio virginia virginie virginie-anne vital vittorio
    vitus viv vivek vivian viviane vivianne vivienne vlad vladimir vlasta volkan volkert
    volodymyr vérane véronique wafa wafae waldo walid wally walter walther wanda wannes ward
    warner warre wasim wassim wassima watse wayne weia weiert welmoed wenda wendel wendela
    wendelien wendelin wendelina wendie wendy werner wesley wessel wia wiard wiarda wichard
    wicher wichert wicky widad wiebe wiebke wiebren wiebrich wiebrig wieger wiegert wieke wiel
    wienand wiene wieneke wiep wies wiesje wieske wieslaw wietse wietske wietze wigbold wiggert
    wija wijbe wijbrand wijbren wijnand wijnanda wil wilbert wilco wilf wilfred wilfried wilhelm
    wilhelmien wilhelmina wilhelmus wilke wilko will willard willeke willem willem-alexander
    willem-jan willemieke willemien willemijn willemina willempje willianne willibrord willie
    willy wilma wilmar wilmer wim wim-jan wina winand winanda wineke winfred winfried winnie
    winny winston wiro wisse witold wladimir wobbe wobien wobke wojciech wolfgang wolfram wolter
    wolterus woody wopke wouke wout wouter wouter-jan wouterien wouterine wubbo wya wybe wybrand
    wybren wybrich wytse wytske wytze xander xandra xaveer xavier xavier-paul xaviera xena xenia
    xiao ximena xiomara yael yahya yair yann yannick yannis yara yaren yasemin yaser yasin
    yasmin yasmina yasmine yasser yassin yassine yassir yavuz ybe ybeltje ybo yde ydo yeliz
    yentl yeter yge yigit yinthe yke ylva yme ymkje yoeri yohannes yoka yolanda yolande
    yolande-marie yon yonca yoram yoran yordi yorick yoshi younes youness youp youri yousra
    yousri youssef ype ysbrand ytsje yuki yuksel yulia yuliia yuri yusra yusuf yvan yvar yves
    yvet yvette yvo yvon yvonne yvonne-marie yücel yürdal zafer zahid zahra zaid zain zakaria
    zakia zara zarina zbigniew zeeger zeger zehra zeina zeineb zeki zelda zeliha zeno zenobia
    zerrin zeynep zhanna zhen ziad zihni zina zineb ziska zita zjef zlatan zoe zofia zohra zohre
    zoltan zosia zouhair zoé zoë zsofia zsuzsa zuhal zuleika zuleyha zwaan zwaantje zwanet
    zwanetta zwanine zwannie zwenet zygmunt zülal şule
    """.split()
)
