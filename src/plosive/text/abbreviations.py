"""Owns what each language writes with a full stop that ends no sentence: abbreviations, ordinals, and first words.

It knows words only; where a sentence ends is decided in `plosive.text.sentences`.
"""

from dataclasses import dataclass, field
from typing import Final


@dataclass(frozen=True)
class Lexicon:
    """What one language knows. All words are lower case and without their final full stop.

    `titles` stand before a name: never an end. `words` end no sentence unless a word of `starters` follows. `dotted` are
    both. `numbered` end no sentence before a number. `enders` often close a sentence; before a capital they do.
    `ordinals` says that a number with a full stop is an ordinal (German "3. Oktober"), `determiners` are words that
    announce one, `months` are the first letters of month names.
    """

    titles: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    dotted: frozenset[str] = frozenset()
    numbered: frozenset[str] = frozenset()
    enders: frozenset[str] = frozenset()
    starters: frozenset[str] = frozenset()
    ordinals: bool = False
    determiners: frozenset[str] = field(default=frozenset())
    months: tuple[str, ...] = ()


# International and English abbreviations that texts in every language use for names and references.
_TITLES: Final = (
    "mr mrs ms mx messrs dr drs prof profs st ste mt gen col lt capt sgt maj cmdr adm rev fr hon gov sen rep pres supt"
)
_NUMBERED: Final = "no nos nr nrs p pp pg vol vols fig figs art arts ch chap sec sect eq tab ex n° № § op cf v vs"
_ENDERS: Final = "etc inc ltd co corp jr sr bros llc plc esq al dept est"

_WORDS: Final[dict[str, str]] = {
    "en": "approx appt apt assn assoc ave blvd bldg cf dist div ed eds eg ext ft gal hr hrs hwy ie incl jan feb mar apr"
    " jun jul aug sep sept oct nov dec lb lbs min misc mon tue tues wed thu thur thurs fri sat sun mph oz pl rd sq tel"
    " temp univ viz vs",
    "de": "abb abs allg amtl angebl anm art aufl ausg ausgen bearb bes bez bspw bzgl bzw ca dergl desgl"
    " dgl dipl ebd ehem"
    " eigtl einschl entspr erg etwa ev evtl exkl fa fam fr frl gegr geb gem ges ggf gegebenenf hbf herv hg hr hrn hrsg"
    " ing inkl insb insbes jh jhd jur kap kath kfm kl lfd lt lic lit mag max med mill mind mio mrd mtl nachf natl nat"
    " nr od phil pol pos priv prov rer röm rd sen sog sogen spez st stellv std str tel teilw theol ua übers univ urspr"
    " usf v verh verm vgl vors wg wiss z zgl zz zzgl zw zus",
    "fr": "adm adj ann app apr art av bd boul bull cap cf chap coll dép dir doc éd env ex fasc fig hab"
    " ill janv févr avr"
    " juill sept oct nov déc lib lib loc max mgr min mlle mme mmes mlles mss n num obs par pl prof réf rem"
    " resp sect ste"
    " suiv sup tél trad vol",
    "es": "admón adm afmo ago abr apdo art arts atte av avda avdo cap cía cfr cra ctra dcha depto dic dir"
    " dna dom ed edif ej ene"
    " entlo esc esq excmo excma feb fig fdo gob gral hnos ibíd ilmo ilma ing intl izq jue jul jun kg km lic lun mar"
    " máx mier mié min mín mtro mtra mun nov núm oct op pág págs párr párrf pdo pl ppal prof profa prov pza rte sab sáb"
    " sept sig sigs sr sra sres srs srta sta sto tel telf tfno ud uds ult v vda vds vie vol",
    "it": "all amm app apr art artt ass autom avv az banc cap cav centr cfr cin cod col com comm corr cost cte dic dip"
    " dir dott dottssa dr dssa ecc econ ed egr ep es fam febbr fig fil fis gen genn geom giu giur gov ibid idraul ill"
    " indir ing lett lib lug mag mar mat med meteor mil min mitt mons nov num obbl ogg on ord org ott pag pagg par"
    " part pol pres prof proff profssa prot prov psicol rag rep resp rif seg sett set sez sig sigg soc"
    " spett st staz tel"
    " tot trad trib uff ult univ ven vol",
    "pt": "abr adm ag apart apto art av cap cel cf cia col cap comte dep depto des dez dir doc dr dra dras drs ed eng"
    " ex exa exmo exma ext fev fig fls gov hab ilmo ilma jan jul jun lda ltda mar máx mín nov num núm obs out pág págs"
    " pe pres prof profa proj ref rep res séc sec sen set sr sra sras srs srta tel trav v vol",
    "nl": "aanw afb afd art bijv bijw blz ca centr cf dhr dir div dr drs e.d ed eig enz evt excl fa fig geb gem gen gld"
    " hr id ing inz incl ir jhr jl jr kap kl ll mej mevr mij mln mld mr mw nl nr ong ongev pag par pct plm plv prof red"
    " resp secr sr st tel terz tgov vb vgl vnw voorz vrijw wnd zgn",
    "da": "adr afd afs alm anm ang bd bl bla ca cand civ dir eks ekskl el evt fa fam feks fig fhv forts fr frk frm gl"
    " gr hr hhv hmm inkl ing jf jr kap kgl kl kr lb max md mdr mht mia mio mr mv nr obs omtr ord pag pga pct pkt red"
    " s skt st stk str tdl tlf udg utr vedr vha ægte",
    "nb": "adr adv aug avd bl bla ca cand dir dvs eks eksk etg evt fig fork forts fr gl gnr hr ifm ifht inkl ing jf jr"
    " kap kgl kl kr maks mfl mht mill min mrd nr obs pga pkt red ref s skt st str tlf ung vha vol",
    "sv": "adj adr alt anm art avd bl bla ca chefs dir dvs eg ekon ev evt exkl farm fig fil forts fr frk"
    " föreg gr hr inkl"
    " ing jur kap kl kr lic max med milj min mkt motsv ngn nr nuv obs omkr osv pol prof red ref resp s sek sid skt st"
    " str tekn tel teol tf tfn tr ung uppl utg vard",
    "fi": "alk ark dipl eaa ed em eo esim fil ins jne kaup kl klo kpl ks lis luok lut lyh maist merk mm"
    " mrd milj muk n nim"
    " ns nyk os oy pj po prof puh pvm rkl rva s sd so sv tel til toim tms tri ts ulk us valt vol vrk vt"
    " yht yks yl ym yms",
    "pl": "abp adm adw al ang art bałt bp ca cd czyt dr doc dyr dz ec ed fot fr godz gr hab im in inż itd"
    " itp jw kard kl"
    " kol kpt ks ktoś lek lic łac m.in maks mar mec mgr min mjr mld mln nr n.e np nt ob okr ok os p pkt pl"
    " płk pn por poz"
    " pow pp prof przyp ps r red rys s śp św ss str szt tel tj tłum tys tzn tzw ul ur urz ust w wg woj"
    " wsch zach zał zob zł",
    "cs": "aj apod arch atd atp bc cca č čes čl čp doc dr dop fa fil gen hl inž ing jr judr jv kap kpt"
    " kol kr mad max mgr"
    " mj min mil mld mudr mvdr např nám násl nar obr odd odst okr ost pozn př plk pol prof přip pplk r red"
    " resp rndr roč"
    " s sv str st stol stř sr tab tel tj tzv tř tzn ul vč vl vyd zejm zn zvl",
    "sk": "ai apod atd akad arch bc cca č čl doc dr fa fil gen hl inž ing jr judr kap kpt kol max mgr mil min mld mudr"
    " mvdr nám napr násl nar obr odd odst okr ost por pozn pl plk pol prof pr red resp rndr roč sv str st stor sr tab"
    " tel tj tzv tzn ul vl vyd zb zn",
    "hu": "ált ápr ang átl aug bek bt dec dr dk du ea ed é feb fej fszt gör hiv ifj ig ill ism jan jegyz jel júl jún"
    " kb ker kft kft krt kv lat max márc megj mh min múlt nov okl okt old özv pl prof ref rt rt stb sz szept szt szerk"
    " tc tel tkp tul u ui uo út vö vsz zrt",
    "ro": "alin art aug av bd bl cap cca cf cod col conf dec dl dna dr ed etc et ex feb fig gen ian ing"
    " ioc iul iun lit max"
    " min mun nov nr obs oct op pag par pct prof ref resp sc sec sept sf str tel trad urm vol",
    "tr": "abd alb alm apt ar araş arş as asb astsb av bkz bçvş bl bnb böl bşk bul bulv cad çev çvş dz"
    " dak dan der dr doç"
    " edb gr hz is ing kur ltd mad mah md müh no nö ord org ör örn prof s sf sn sok şti tel tic ü üni vb"
    " vd vs yay yd yrd yy",
    "ru": "авт акад бул букв вв вкл возм вр гг гос гр губ дер дир доб доп доц др ед жен заб зав зам им инж исп ист"
    " каб кав канд кв кг км кн кол комн кор корп куб лат лейт ленингр мес мин мл млн млрд моск муж напр нар наст нач"
    " неизв нем обл обр ок оз орг отд отр пгт пер пл пом пос пр пред преп прим прибл проф проч проц разг рис рук руб"
    " рус сб св сек сен след см сов соц соч ср ст стр табл тел тов тт тыс ул упр ур уч физ фр франц хим хоз цит чел"
    " чл шт эл яз янв февр авг сент окт нояб дек г в д к м н о п р с т у ч",
    "uk": "акад англ буд вид вул гр гол див доц ел замет зам ім інж кв кн км корп куб лат млн млрд муз"
    " напр наук нар нім обл"
    " оз пер пл пом пор пос пров просп проф рис рос руб св сел сер см соц ст стор с табл тел тис тов укр"
    " франц хв хім чл шт"
    " г м р с т",
    "bg": "акад арх бл бр бул вж вкл вкл вм вр вх гр ген гл год гр доц др ед ет ж инж им кап кв км кн кол л лв"
    " лат м мин мн млн млрд нар напр обл общ ок отг пл пор поч пр проф р с св см ср ст стр тел тн т.н т.г"
    " ул х хил хр ч чл"
    " г",
    "kk": "акад ауд бет бкз вок доц др жж ин мыс млн млрд обл проф см т тг тел ұлт ғас қ ж г м",
    "sr": "бр гђа гђица др итд инж мр нпр обл проф св сл стр тзв тј тел ул чл br dr g gđa gđica itd inž"
    " mr npr prof sl str"
    " sv tj tel tzv ul",
    "hr": "br dr g gđa gđica itd inž mr npr prof sl str sv tj tel tzv ul čl god st",
    "el": "αι αρ αρχ αγγ αι βλ γεν γρ δηλ δρ εκ εκατ εκδ εν επ επιμ κ κα κκ καθ κεφ κλπ κτλ λ λεωφ μ μμ μτφρ ν οδ παρ"
    " περ πλ πρβλ πχ σ σελ στ συγγρ σχ τ τηλ τομ υπ φ χ χλμ χιλ",
    "vi": "ts ths pgs gs bs ks tp tx q p ô bà đ",
    "ar": "د أ م ص هـ ق تل ج ط ت",
    "hi": "डॉ श्री श्रीमती प्रो पं सं",
    "mr": "डॉ श्री श्रीमती सौ प्रो पं सं क्र रु",
}

_TITLE_WORDS: Final[dict[str, str]] = {
    "vi": "ts ths pgs gs bs ks tp ô",
    "de": "hr fr frl hrn dipl ing med phil rer nat jur prof priv doz mag hl",
    "fr": "m mm mme mlle mmes mgr me pr",
    "es": "sr sra srta sres srs sras d dña dr dra lic ing arq prof profa gral mons pbro sto sta",
    "it": "sig sigg sigra signa dott ing avv prof geom rag arch on mons cav egr spett gent",
    "pt": "sr sra srta dr dra prof profa eng sto sta exmo exma",
    "nl": "dhr mevr mw mr drs ir ing jhr",
    "da": "hr fr frk skt ing",
    "nb": "hr fr frk ing",
    "sv": "hr fr frk ing",
    "pl": "prof dr inż mgr św ks bp abp gen płk hab",
    "cs": "mgr ing bc judr mudr rndr sv prof doc",
    "sk": "mgr ing bc judr mudr rndr sv prof doc",
    "ru": "г гн гжа проф акад им ул св",
    "el": "κ κα κος δρ",
    "tr": "dr prof doç sn av",
    "bg": "г гн гжа проф доц инж",
}

_NUMBERED_WORDS: Final[dict[str, str]] = {
    "ja": "ver vol",
    "zh": "ver vol",
    "ko": "ver vol",
    "de": "abb abs kap nr s str tel tl tab bd ziff zeile rn",
    "fr": "n no nº art chap fig p pp t vol tél",
    "es": "núm nro no nº n° pág págs art arts cap fig tel párr párrf vol lun mar mié jue vie sáb dom",
    "it": "n num nr pag pagg art artt cap fig tel vol lun mar mer gio ven sab dom",
    "pt": "n nº no pág págs art cap fig tel vol",
    "nl": "nr blz art hfst fig afb tel",
    "da": "nr kap s fig tlf stk",
    "nb": "nr kap s fig tlf",
    "sv": "nr kap s fig tel",
    "fi": "nro s kuva luku puh",
    "pl": "nr s str rys tab tel ust art pkt poz r",
    "cs": "č s str obr tab tel čl odst",
    "sk": "č s str obr tab tel čl ods",
    "ru": "стр рис табл гл ст тел кв д корп п №",
    "uk": "стор рис табл гл ст тел кв буд п №",
    "bg": "стр фиг табл гл чл ал тел",
    "el": "σελ αρ εικ πιν κεφ τηλ",
    "tr": "no s sf tel",
}

_ENDER_WORDS: Final[dict[str, str]] = {
    "en": "am pm ad bc usa approx",
    "de": "usw usf etc gmbh jh jhd mio mrd std uvm",
    "fr": "etc cie ltée sarl",
    "es": "etc cía hs km kg",
    "it": "ecc etc spa srl",
    "pt": "etc cia ltda",
    "nl": "enz etc",
    "da": "osv mv mfl",
    "nb": "osv mv mfl",
    "sv": "osv mm mfl",
    "fi": "jne ym yms tms",
    "pl": "itd itp zł tys",
    "cs": "atd apod kč",
    "sk": "atd apod",
    "ru": "др пр проч т.д т.п руб коп тыс млн дол долл",
    "uk": "ін т.д т.п грн тис",
    "hu": "stb kft",
    "tr": "vb vs",
    "el": "κλπ κτλ",
}

# Words that open sentences and are hardly ever part of a name: after "U.S." or "Co." they tell a new sentence.
_STARTERS: Final[dict[str, str]] = {
    "en": "a after all also although an and another are as at because before but can did do does each"
    " every everyone for"
    " from had has have he her here his how however i i'd i'll i'm i've if in is it it'll it's its let's many may maybe"
    " meanwhile more most my no nobody not now of on once one or our perhaps please she should since so some someone"
    " sometimes still such that that's the their then there there's these they they're this those thus to today"
    " tomorrow under unfortunately until we we'll we're we've were what what's when where which while who"
    " whose why will"
    " with would yes yesterday yet you you're your",
    "de": "aber alle als also am an auch auf aus bei bis bitte da damit dann das dass dein dem den denn"
    " der deshalb dessen die"
    " dies diese dieser dieses doch dort du ein eine einer er es für hier ich ihr im in ist ja jede jeder jedoch jetzt"
    " kann können man mein mit nach nein nicht noch nun nur ob oder sein seit sie sind so sonst und uns"
    " unser viele vielleicht vom von vor"
    " wann warum was weil wenn wer werden wie wir wird wo zu zum zudem zur zwar",
    "fr": "alors après au aussi avec bien c'est car ce cela ces cette comme comment dans de depuis des"
    " donc elle elles en"
    " est et il ils j'ai je l'on la le les leur lorsque mais merci mon même ne non nous on or ou où oui"
    " par pas pour pourquoi"
    " puis qu'est-ce quand que quel quelle qui quoi sa sans ses si son sur ton tout très tu un une voici"
    " voilà vos votre vous",
    "es": "a ahora al algunos aquí así aunque cada como con cuando cuál cuándo cuánto cómo de del desde"
    " después dónde el"
    " ella ellas ellos en entonces era es esa ese eso esta este esto estos está están existe fue gracias hay hoy la las"
    " le lo los luego me mi mientras muchos muy más nada ni no nos nosotros nuestra nuestro o para pero por porque pues"
    " puede que quien quién qué se según ser si sin sobre son su sus sí también tiene todo todos tu tú un"
    " una usted y ya yo",
    "it": "a al allora anche ancora bene che chi ci come con cosa così da dal dalla del dopo dove e ecco"
    " era ed essa esso forse gli"
    " grazie ha hai ho i il in io la le lei li lo loro lui ma mentre mi molti ne nel nella noi non o ogni"
    " ora per perché però"
    " più poi prima qual quale quando quanto quella quello questa questo qui se sei si sono su tra tu"
    " tutti un una uno voi è",
    "pt": "a agora ainda ao aqui as assim até com como da de depois do e ela elas ele eles em então era"
    " essa esse esta este"
    " eu foi há isso isto já mais mas me meu muito na nas no nos não nós o obrigado onde os ou para pela"
    " pelo pode por porque"
    " qual quando que quem se sem sim sua também tem todos um uma você vocês é",
    "nl": "aan alle als bij daar daarom dan dat de deze die dit dus een en er ga haar heb heeft het hier"
    " hij hoe hun ik in is"
    " ja je jij kan maar met mijn na naar nee niet nog nu of om omdat onze ook op over te toen tot u uit"
    " van veel voor waar"
    " waarom wanneer want wat we wel wie wij wil ze zij zijn zo",
    "da": "af alle at da de den der derfor det dette du efter eller en er et for fra han har hej her hun"
    " hvad hvem hvis hvor"
    " hvordan hvorfor hvornår i ikke ja jeg kan man med men mens min mit nej nu når og om på skal så som"
    " til ved vi vil",
    "nb": "alle at av da de den der derfor det dette du du eller en er et etter for fra han har hei her"
    " hun hva hvem hvis hvor"
    " hvordan hvorfor i ikke ja jeg kan man med men mens min mitt nei nå når og om på skal så som til ved vi vil",
    "sv": "alla att av de den det detta du där därför efter eller en ett för från han har hej hon hur här"
    " i inte ja jag kan man"
    " med men min nej nu när och om på sedan ska som så till vad var varför vem vi vid vill är",
    "pl": "ale bo był była było być co czy dla dlaczego dlatego do gdy gdzie i ich ile ja jak jaki jakie"
    " jednak jest jeśli już kiedy"
    " kto ma mam można my na nie nigdy o od on ona one oni ono oraz po potem proszę są ta tak także tam te"
    " teraz to tu ty tylko w"
    " więc wszystko z za że",
    "cs": "a ale až bez bude byl byla bylo co do já jak jaké je jeho jen jestli jsem jsme jsou k kde kdo"
    " když kdy mám mi my na"
    " ne není o od on ona oni po podle pokud potom pro proč protože se si tak také tam tato ten tento to"
    " toto v ve však z za že",
    "sk": "a ale až bez bol bola bolo bude čo do ja ak ako je jeho len som sme sú k kde kto keď kedy mám"
    " mi my na nie o od on"
    " ona oni po podľa potom pre prečo pretože sa si tak tiež tam táto ten tento to toto v vo však z za že",
    "ru": "а без был была были было ведь вот все всё вы да для если есть еще ещё зачем здесь и или их как"
    " какой когда который кроме кто"
    " куда мне мой мы на надо наш не нет но ну о об он она они оно от поэтому потом потому почему при"
    " сейчас сколько так также там тебе то тогда тоже ты уже хотя чем что чтобы это этот эта эти я",
    "uk": "а але без був була були було бо ваш ви від він вона вони воно все де для до є з за і його коли"
    " куди ми мій на навіщо не"
    " ні о однак ось при про так також там те ти тому тут це цей ця чому щоб що як яка який якщо я",
    "bg": "а ако аз без беше ви вие все да дали до за защо и или как какво кога кой която който къде ли"
    " ми може на не ние но"
    " ние от по при с са се след сега така там те ти това този той тук тя то ще",
    "tr": "ama ancak artık bana ben bir biz bu bugün bunlar bunun çünkü daha da de en evet fakat gibi"
    " hayır hem her için işte"
    " kim nasıl ne neden nerede o onlar onun sen siz sonra şimdi şu ve veya ya yani",
    "fi": "ei en entä eli emme he hän ja jos joten kaikki koska kuinka kuka kun kyllä me mikä miksi"
    " milloin minä missä mitä"
    " mutta myös ne niin nyt olen on onko se sen siellä sinä siis tai te tämä tässä vai vaikka",
    "hu": "a az azt azért be csak de egy ennek én ez ezért ezt és hogy hogyan hol ha igen itt így ki kell"
    " lehet majd mert mi"
    " miért mikor mit most nagyon nem nincs ő ők ott pedig van vagy",
    "ro": "a acest această am ar are asta au ba că când care ce cine cu cum da dacă dar de deci din după"
    " e ea ei el este eu"
    " în încă la mai nu o pe pentru poate sau se sunt și te tu un unde va vă",
    "el": "αλλά αν αυτή αυτό αυτός για γιατί δεν εγώ εδώ είμαι είναι ένα ένας εμείς εσύ έτσι έχει η θα"
    " και κάθε μα με μετά μη"
    " μια μου ναι να ο οι όμως όταν ότι όχι πάρα ποιος πού πως πώς σε στη στην στο τα τη την της τι το τον"
    " του των τώρα",
}

# Languages that write ordinals as a number with a full stop.
_ORDINALS: Final = frozenset(
    ["de", "da", "nb", "no", "nn", "fi", "cs", "sk", "sl", "hr", "sr", "bs", "hu", "et", "lv", "tr", "is", "pl", "lb"]
)

# German writes nouns with a capital, so only the word before the number tells "der 12. Mann" from "Seite 12. Dort".
_DETERMINERS: Final[dict[str, str]] = {
    "de": "am im vom zum zur beim ab bis dem den der des die das seit und oder nach jeder jede jedes"
    " jeden mein meine sein"
    " seine ihr ihre unser unsere",
}

_MONTHS: Final[dict[str, str]] = {
    "de": "jan jän feb mär mai apr jun jul aug sep okt nov dez",
    "da": "jan feb mar apr maj jun jul aug sep okt nov dec",
    "nb": "jan feb mar apr mai jun jul aug sep okt nov des",
    "fi": "tam hel maa huh tou kes hei elo syy lok mar jou",
    "cs": "led úno bře dub kvě čer srp zář říj lis pro",
    "sk": "jan feb mar apr máj jún júl aug sep okt nov dec",
    "hu": "jan feb már ápr máj jún júl aug szep okt nov dec",
    "pl": "sty lut mar kwi maj cze lip sie wrz paź lis gru",
    "hr": "sij velj ožu tra svi lip srp kol ruj lis stu pro",
    "tr": "oca şub mar nis may haz tem ağu eyl eki kas ara",
}

_SAME: Final = {
    "no": "nb",
    "nn": "nb",
    "bs": "hr",
    "sh": "hr",
    "gl": "pt",
    "ca": "es",
    "be": "ru",
    "ky": "kk",
    "lb": "de",
}


def _words(table: dict[str, str], language: str) -> frozenset[str]:
    return frozenset(table.get(language, "").split())


def _lexicon(language: str) -> Lexicon:
    titles = frozenset(_TITLES.split())
    numbered = frozenset(_NUMBERED.split())
    enders = frozenset(_ENDERS.split()) | _words(_ENDER_WORDS, language)
    if language != "en":
        # "co", "est", "al" and the like are plain words elsewhere, but whoever puts a full stop after them abbreviates.
        titles |= _words(_TITLE_WORDS, language)
    words = _words(_WORDS, language) - enders
    return Lexicon(
        titles=titles,
        words=words,
        dotted=titles | words,
        numbered=numbered | _words(_NUMBERED_WORDS, language),
        enders=enders,
        starters=_words(_STARTERS, "en") | _words(_STARTERS, language),
        ordinals=language in _ORDINALS,
        determiners=_words(_DETERMINERS, language),
        months=tuple(_MONTHS.get(language, "").split()),
    )


_LEXICONS: dict[str, Lexicon] = {}


def lexicon(language: str) -> Lexicon:
    """Give the lexicon for a BCP-47 tag ("pt-BR" is "pt"); a language not known gets the international part."""
    primary = language.replace("_", "-").split("-")[0].lower()
    primary = _SAME.get(primary, primary)
    if primary not in _WORDS and primary not in _ORDINALS and primary not in _NUMBERED_WORDS:
        primary = ""  # one shared entry, so that made-up tags cannot grow the table
    if primary not in _LEXICONS:
        _LEXICONS[primary] = _lexicon(primary)
    return _LEXICONS[primary]
