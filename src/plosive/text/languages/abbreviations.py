"""Owns what each language writes with a full stop that ends no sentence: abbreviations, ordinals, times, letters.

It knows words only; where a sentence ends is decided in `plosive.text.sentences.splitter`.
"""

from dataclasses import dataclass
from typing import Final

from plosive.text.languages.first_words import FIRST_WORDS


@dataclass(frozen=True)
class Lexicon:
    """What one language knows. All words are lower case and without their final full stop.

    `titles` stand before a name or what they introduce: never an end. `words` end no sentence unless a word of
    `starters` follows. `dotted` are both; of them `proper` are abbreviations only with a capital ("Sat.", not "sat.").
    `numbered` end no sentence before a number, nor words that end in `suffixes`. `enders` often close a sentence; before
    a capital they do. `timed` follow a number and close a sentence ("9 a.m."), unless the time opens it, with a word of
    `openers`; `clocked` are what goes on after a time of day. `letters` are whole words of one letter, `labelled` are
    named by one ("option A"). `ordinals` says that a number with a full stop is an ordinal (German "3. Oktober"),
    `dates` that a number before another one is part of a date, `determiners` are words that announce an ordinal,
    `months` are the first letters of month names.
    """

    titles: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    dotted: frozenset[str] = frozenset()
    proper: frozenset[str] = frozenset()
    numbered: frozenset[str] = frozenset()
    suffixes: tuple[str, ...] = ()
    enders: frozenset[str] = frozenset()
    timed: frozenset[str] = frozenset()
    openers: frozenset[str] = frozenset()
    clocked: frozenset[str] = frozenset()
    letters: frozenset[str] = frozenset()
    labelled: frozenset[str] = frozenset()
    starters: frozenset[str] = frozenset()
    ordinals: bool = False
    dates: bool = False
    determiners: frozenset[str] = frozenset()
    months: tuple[str, ...] = ()


# International and English abbreviations that texts in every language use for names and references.
_TITLES: Final = (
    "mr mrs ms mx messrs dr drs prof profs st ste mt gen col lt capt sgt maj cmdr adm rev fr hon gov sen rep pres supt"
)
_NUMBERED: Final = "no nos nr nrs p pp pg vol vols fig figs art arts ch chap sec sect eq tab ex n° № § op cf v vs al"
_ENDERS: Final = "etc inc ltd co corp jr sr bros llc plc esq al dept est"

_WORDS: Final[dict[str, str]] = {
    "en": "appt apt assn assoc ave blvd bldg cf dist div ed eds eg ft hwy ie incl jan feb mar jul aug sep sept oct"
    " nov dec misc mon tue tues wed thu thur thurs fri sat sun pl rd univ viz vs apr jun",
    "de": "abb abs allg amtl angebl anm aufl ausg ausgen bearb bes bez bspw bzgl bzw ca dergl desgl dgl dipl ebd ehem"
    " eigtl einschl entspr erg ev evtl exkl fa fam fr frl gegr geb gem ges ggf gegebenenf hbf herv hg hr hrn hrsg ing"
    " inkl insb insbes jh jhd jur kap kath kfm kl lfd lt lic lit mill mio mrd mtl nachf natl nat nr od phil pol pos"
    " priv prov rer röm rd sen sog sogen spez st stellv str teilw theol ua übers univ urspr usf v verh verm vgl vors"
    " wg wiss z zgl zz zzgl zw zus std tsd abschn abk eigentl vermutl ggfs hinw int kgl lat nördl östl südl westl"
    " schwed tägl vorauss zzt ung allerd bhf stat",
    "fr": "adm adj ann av bd boul bull cf coll dép dir éd fasc hab ill lib mgr mlle mme mmes mlles mss num obs pl"
    " prof réf rem resp ste suiv sup trad mm env",
    "es": "admón adm afmo apdo arts atte av avda avdo cía cfr cra ctra dcha depto dir dna ed edif ej entlo esc esq"
    " excmo excma fig fdo gob gral hnos ibíd ilmo ilma ing intl lic mtro mtra mun núm pág págs párr párrf pdo pl"
    " ppal prof profa prov pza rte sab sig sigs sr sra sres srs srta sta sto tfno ud uds ult v vda vds vol aprox cnel"
    " prol",
    "it": "amm apr artt autom avv az banc cav centr cfr cin cod col comm corr cost cte dic dip dir dott dottssa dr"
    " dssa ecc econ egr ep fam fig fis gen geom giu giur gov ibid idraul ill indir ing lett lib mat meteor mil mitt"
    " mons num obbl ogg on ord org ott pag pagg par pol pres prof proff profssa prot prov psicol rag rep resp rif seg"
    " sez sig sigg soc spett st staz trad trib uff ult univ vol ca sec es int",
    "pt": "adm ag apart apto av cf cia comte dep depto des dir doc dr dra dras drs ed eng exa exmo exma ext fig fls"
    " gov hab ilmo ilma lda ltda num núm obs pág págs pe pres prof profa proj ref rep res séc sen sr sra sras srs"
    " srta trav v vol aprox r al pça rod",
    "nl": "aanw afb afd bijv bijw blz ca centr cf dhr dir div dr drs ed eig enz evt excl fa fig geb gem gen gld hr id"
    " ing inz incl ir jhr jl jr kap kl ll mej mevr mln mld mr mw nl nr ong ongev pag pct plm plv prof resp secr sr st"
    " terz tgov vb vgl vnw voorz vrijw wnd zgn",
    "da": "adr afd afs alm anm ang bd bl bla ca cand civ dir eks ekskl el evt fa fam feks fig fhv forts fr frk frm gl"
    " gr hr hhv hmm inkl ing jf jr kap kgl kl mdr mht mia mio mr mv nr obs omtr pag pga pct pkt s skt st stk str tdl"
    " tlf udg utr vedr vha ægte",
    "nb": "adr adv aug avd bl bla ca cand dir dvs eks eksk etg evt fig fork forts fr gl gnr hr ifm ifht inkl ing jf"
    " jr kap kgl kl maks mfl mht mill mrd nr obs pga pkt red ref s skt st str tlf ung vha vol",
    "sv": "adj adr anm avd bl bla ca dir dvs eg ekon ev evt exkl fig forts fr frk föreg gr hr inkl ing jur kap kl lic"
    " milj motsv ngn nr nuv obs omkr osv pol prof ref resp s sek sid skt st str tekn tel teol tf tfn tr ung uppl utg"
    " vard",
    "fi": "alk ark dipl eaa ed eo esim fil ins jne kaup kl klo kpl ks lis luok lut lyh maist merk mm mrd milj muk n"
    " nim ns nyk os oy pj po prof puh pvm rkl rva s sd so sv tel til toim tms tri ts ulk us valt vol vrk vt yht yks"
    " yl ym yms",
    "pl": "abp adm adw al ang bałt bp ca cd czyt dr doc dyr dz ec ed fot fr godz gr hab in inż itd itp jw kard kl kol"
    " kpt ks ktoś lek lic łac m.in mar mec mgr mjr mld mln nr n.e np nt ob okr os p pl płk pn por poz pow pp prof"
    " przyp ps r red rys s śp św ss str tj tłum tys tzn tzw ul ur urz ust w wg woj wsch zach zał zob zł bł ppłk",
    "cs": "aj apod arch atd atp bc cca č čes čl čp doc dr dop fa fil gen hl inž ing jr judr jv kap kpt kol kr mad mgr"
    " mj mil mld mudr mvdr např nám násl nar obr odd odst okr ost pozn př plk pol prof přip pplk r red resp rndr roč"
    " s sv str st stol stř sr tab tel tj tzv tř tzn ul vč vl vyd zejm zn zvl",
    "sk": "ai apod atd akad arch bc cca č čl doc dr fa fil gen hl inž ing jr judr kap kpt kol mgr mil mld mudr mvdr"
    " nám napr násl nar obr odd odst okr ost por pozn pl plk pol prof pr red resp rndr roč sv str st stor sr tab tel"
    " tj tzv tzn ul vl vyd zb zn",
    "hu": "ált ápr ang átl aug bek bt dec dr dk du ea ed é feb fszt gör hiv ifj ig ill ism jan jegyz jel júl jún kb"
    " ker kft krt kv lat max márc megj mh nov okl okt özv pl prof ref rt stb sz szept szt szerk tc tel tkp tul u ui"
    " uo vö vsz zrt",
    "ro": "alin art aug av bd bl cap cca cf cod col conf dec dl dna dr ed etc et ex feb fig gen ian ing ioc iul iun"
    " lit mun nov nr obs oct op pag pct prof ref resp sc sec sept sf str tel trad urm vol dvs",
    "tr": "abd alb alm apt ar araş arş asb astsb av bkz bçvş bl bnb böl bşk bulv cad çev çvş dz dak dr doç edb gr hz"
    " ing ltd mad mah md müh no nö ord org ör örn prof s sf sn sok şti tel tic ü üni vb vd vs yay yd yrd yy blv sk",
    "ru": "авт акад бул букв вв вкл возм вр гг гос гр губ дер дир доб доп доц др ед жен заб зав зам им инж исп ист"
    " каб кав канд кв кн комн кор корп куб лат лейт ленингр мл моск муж напр нар наст нач неизв нем обл обр ок оз орг"
    " отд отр пгт пер пл пом пос пр пред преп прим прибл проф проч проц разг рус сб св сен сов соц соч ср ст стр табл"
    " тов тт ул упр ур уч физ фр франц хим хоз цит чл эл яз янв февр авг сент окт нояб дек г в д к м н о п р с т у ч"
    " тж",
    "uk": "акад англ буд вид вул гр гол див доц ел замет зам ім інж кв корп куб муз напр наук нар нім обл оз пер пл"
    " пом пор пос пров просп проф рос руб св сел сер см соц ст стор с табл тис тов укр франц хв хім чл шт г м р т бл"
    " т.зв",
    "bg": "акад арх бл бр бул вж вкл вм вр вх гр ген гл год доц др ед ет ж инж им кап кв км кн кол л лв лат м мин мн"
    " млн млрд нар напр обл общ ок отг пл пор поч пр проф р с св см ср ст стр тел тн т.н т.г ул х хил хр ч чл г",
    "kk": "акад ауд бет бкз вок доц др жж ин мыс млн млрд обл проф см т тг тел ұлт ғас қ ж г м",
    "sr": "бр гђа гђица др итд инж мр нпр обл проф св сл стр тзв тј тел ул чл br dr g gđa gđica itd inž mr npr prof"
    " sl str sv tj tel tzv ul",
    "hr": "br dr g gđa gđica itd inž mr npr prof sl str sv tj tel tzv ul čl god st",
    "el": "αι αρ αρχ αγγ βλ γεν γρ δηλ δρ εκ εκατ εκδ εν επ επιμ κ κα κκ καθ κεφ κλπ κτλ λ λεωφ μ μμ μτφρ ν οδ παρ"
    " περ πλ πρβλ πχ σ σελ στ συγγρ σχ τ τηλ τομ υπ φ χ χλμ χιλ",
    "vi": "ts ths pgs gs bs ks tp tx q p ô bà đ",
    "ar": "د أ م ص هـ ق تل ج ط ت أ.د ق.م",
    "hi": "डॉ श्री श्रीमती प्रो पं सं कु ई रु कि.मी कि.ग्रा सें.मी मि.मी मि ए बी सी डी एफ जी एच जे एल एम एन ओ पी क्यू"
    " आर एस टी यू वी के मो स्व मी किमी सेमी ग्रा किग्रा सोम मंगल बुध गुरु शुक्र शनि रवि",
    "mr": "डॉ श्री श्रीमती सौ प्रो पं सं क्र रु",
    "id": "jl jln tgl gg kec kab kel hlm thn bpk sdr yth tsb rp ds",
    "bn": "ড ডা মো অধ্যাপক কি.মি",
}

_TITLE_WORDS: Final[dict[str, str]] = {
    "vi": "ts ths pgs gs bs ks tp ô th.s",
    "de": "hr fr frl hrn dipl ing med phil rer nat jur prof priv doz mag hl z.b d.h i.d.r z.t bzw bspw sog vgl insb"
    " ggf d.i p.s lt",
    "fr": "m mm mme mlle mmes mgr me pr p.ex cf",
    "es": "sr sra srta sres srs sras d dña dr dra lic ing arq prof profa gral mons pbro sto sta cnel tte sgto cap"
    " fray mtro p.ej ej cfr bs",
    "it": "sig sigg sigra signa dott ing avv prof geom rag arch on mons cav egr spett gent sig.ra sig.na dott.ssa"
    " prof.ssa sig.re p.es cfr",
    "pt": "sr sra srta dr dra prof profa eng sto sta exmo exma d des p.ex cf",
    "nl": "dhr mevr mw mr drs ir ing jhr d.w.z b.v bijv m.a.w i.p.v t.g.v m.b.t",
    "da": "hr fr frk skt ing f.eks bl.a feks dvs",
    "nb": "hr fr frk ing f.eks bl.a dvs",
    "sv": "hr fr frk ing t.ex bl.a d.v.s dvs",
    "pl": "prof dr inż mgr św ks bp abp gen płk hab bł kpt mjr ppłk śp red np m.in tj tzn tzw",
    "cs": "mgr ing bc judr mudr rndr sv prof doc např tj tzn tzv",
    "sk": "mgr ing bc judr mudr rndr sv prof doc napr tj tzn tzv",
    "ru": "г гн гжа проф акад им ул св т.е т.н т.к",
    "el": "κ κα κος δρ π.χ δηλ βλ",
    "tr": "dr prof doç sn av örn bkz",
    "bg": "г гн гжа проф доц инж",
    "ro": "dl dna dra dnul d-na prof sf d.ex",
    "id": "ir drs dra bpk sdr pt cv tn ny nn kh hj",
    "hi": "डॉ श्री श्रीमती प्रो पं सुश्री",
    "bn": "ড ডা মো",
    "ar": "د أ.د",
    "en": "e.g i.e cf viz p.s",
    "uk": "т.зв т.б напр",
    "hu": "pl dr",
    "fi": "esim ks",
}

_NUMBERED_WORDS: Final[dict[str, str]] = {
    "ja": "ver vol",
    "zh": "ver vol",
    "ko": "ver vol",
    "de": "abb abs kap nr s str tel tl tab bd ziff zeile rn max mind min std abschn hs ca gem okt nov dez jan feb aug"
    " sept lt anm",
    "fr": "n no nº art chap fig p pp t vol tél cap sept oct nov janv févr avr juill déc apr max min env boul",
    "es": "izq núm nro no nº n° pág págs art arts cap fig tel párr párrf vol lun mar mié jue vie sáb dom mier abr ago dic"
    " ene feb jul jun nov oct sept máx mín telf min aprox tfno",
    "it": "n num nr pag pagg art artt cap fig tel vol lun mar mer gio ven sab dom es max min nov sett febbr lug mag"
    " genn ca circa sec int",
    "pt": "n nº no pág págs art cap fig tel vol mar set out max min mín máx abr ago dez fev jan jul jun nov gen aprox",
    "nl": "nr blz art hfst fig afb tel max min ca",
    "da": "nr kap s fig tlf stk kr max min ca chr",
    "nb": "nr kap s fig tlf kr max min ca",
    "sv": "nr kap s fig tel kr max min ca kl",
    "fi": "nro s kuva luku puh n v ks noin",
    "pl": "nr s str rys tab tel ust art pkt poz r ok bl m godz maks min wyd pow lok lit",
    "cs": "č s str obr tab tel čl odst p r st max min cca",
    "sk": "č s str obr tab tel čl ods max min cca",
    "ru": "стр рис табл гл ст тел кв д корп п № ок см пер обл приблиз мин кол прибл ч ауд",
    "uk": "стор рис табл гл ст тел кв буд п № бл див ок ч бульв",
    "bg": "стр фиг табл гл чл ал тел",
    "el": "σελ αρ εικ πιν κεφ τηλ",
    "tr": "no s sf tel şek böl syf mah cad sok apt daire",
    "en": "approx temp min lb lbs oz hr hrs mph gal ext tel sq apr jun max ave rm tbsp tsp",
    "hu": "old kb pl",
    "ro": "nr pag fig art cap str",
    "id": "no hlm tgl jl bab rp",
    "hi": "रु पृ सं",
}

_ENDER_WORDS: Final[dict[str, str]] = {
    "en": "am pm ad bc usa",
    "de": "usw usf etc gmbh chr jh jhd uvm u.ä u.a.m o.ä",
    "fr": "etc cie ltée sarl j.-c",
    "es": "etc cía hs km kg",
    "it": "ecc etc spa srl",
    "pt": "etc cia ltda",
    "nl": "enz etc e.d e.a a.u.b",
    "da": "osv mv mfl kr m.m m.v m.fl",
    "nb": "osv mv mfl kr m.m",
    "sv": "osv mm mfl kr m.m m.fl o.d",
    "fi": "jne ym yms tms",
    "pl": "itd itp zł tys n.p.m",
    "cs": "atd apod kč mil tis",
    "sk": "atd apod",
    "ru": "др пр проч т.д т.п руб коп тыс млн дол долл",
    "uk": "ін т.д т.п грн тис",
    "hu": "stb kft",
    "tr": "vb vs",
    "el": "κλπ κτλ κ.λπ κ.ά κ.τ.λ κ.α",
    "id": "dll dsb dst tbk",
    "vi": "v.v",
}

# What is a plain word without its capital: "a gen", "one more rep", "we sat in the sun".
_PROPER: Final[dict[str, str]] = {
    "": "sen gen rep hon rev gov col fr mt pres mag on cv pt",
    "it": "rep hon col fr mt pres cv pt",
    "en": "sen gen rep hon rev gov col fr mt pres jan feb mar apr jun jul aug sep oct nov dec mon tue wed thu fri"
    " sat sun ed pl",
}

# What follows a number and tells a year, a century, an era or the time of day.
_TIMED: Final[dict[str, str]] = {
    "en": "a.m p.m",
    "es": "a.m p.m a.c d.c",
    "pt": "a.m p.m a.c d.c",
    "it": "a.m p.m a.c d.c",
    "nl": "v.chr n.chr",
    "sv": "f.kr e.kr",
    "da": "f.kr e.kr",
    "nb": "f.kr e.kr",
    "pl": "r w n.e p.n.e",
    "ru": "г гг в вв н.э",
    "uk": "р рр ст н.е",
    "bg": "г в",
    "el": "π.μ μ.μ π.χ μ.χ",
    "ar": "م ه هـ ق.م",
    "hi": "ई",
}
# The first words of a time: "At 9 a.m. Ms. Jones ..." goes on.
_OPENERS: Final[dict[str, str]] = {
    "en": "after around at before between by from on since till until",
    "es": "a alrededor antes de desde después en entre hacia hasta",
    "pt": "a ao antes até cerca de depois desde em entre por às",
    "it": "a alle dal dalle dopo entro fino nel prima tra verso",
    "fr": "après avant dès en vers",
    "nl": "in na rond sinds tot voor",
    "sv": "före efter från omkring sedan år",
    "da": "efter fra før i omkring siden år",
    "nb": "etter fra før i omkring siden år",
    "pl": "do od około po pod przed w z jesienią latem wiosną zimą",
    "ru": "в весной во до зимой к летом на около осенью от после с со",
    "uk": "в від влітку до з на навесні після у близько",
    "bg": "в до около от през след",
    "el": "από μετά πριν στις το",
}
_CLOCKED: Final[dict[str, str]] = {
    "en": "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun january"
    " february march april may june july august september october november december eastern central mountain pacific"
    " greenwich et est edt ct cst cdt mt mst mdt pt pst pdt gmt utc bst cet cest ist jst",
}

_LETTERS: Final[dict[str, str]] = {
    "ru": "я",
    "uk": "я є",
    "fr": "a y à",
    "it": "è",
    "pt": "é",
    "nl": "u",
    "hu": "ő",
    "vi": "ạ",
    "sv": "å ö",
    "da": "i å ø",
    "nb": "i å",
    "ro": "e",
    "el": "η ή",
}

_SUFFIXES: Final[dict[str, str]] = {"de": "str", "nl": "str pl"}

# What is named by a letter: in "option A." that is no initial.
_LABELLED: Final[dict[str, str]] = {
    "en": "an answer appendix class grade group hepatitis letter option part plan step team type version vitamin",
    "de": "antwort gruppe klasse teil typ variante punkt",
    "fr": "classe groupe lettre partie vitamine",
    "es": "clase grupo letra opción parte paso punto tipo vitamina",
    "it": "gruppo lettera opzione passo punto tipo vitamina",
    "pt": "grupo letra opção parte passo ponto tipo vitamina",
    "nl": "groep optie stap vitamine",
    "pl": "grupa opcja punkt typ witamina",
    "ru": "вариант витамин группа класс план пункт тип часть",
    "uk": "варіант вітамін група клас план пункт тип частина",
}
COMPANIES: Final = frozenset(["kg", "kgaa", "ohg", "gmbh", "ltd", "inc", "llc", "plc"])
"""What a company's name goes on with after "Co."."""

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
    # "co", "est", "al" and the like are plain words elsewhere, but whoever puts a full stop after them abbreviates.
    titles = frozenset(_TITLES.split()) | _words(_TITLE_WORDS, language)
    enders = frozenset(_ENDERS.split()) | _words(_ENDER_WORDS, language)
    words = _words(_WORDS, language) - enders
    return Lexicon(
        titles=titles,
        words=words,
        dotted=titles | words,
        proper=_words(_PROPER, language) or _words(_PROPER, ""),
        numbered=frozenset(_NUMBERED.split()) | _words(_NUMBERED_WORDS, language),
        suffixes=tuple(_SUFFIXES.get(language, "").split()),
        enders=enders,
        timed=_words(_TIMED, language),
        openers=_words(_OPENERS, language),
        clocked=_words(_CLOCKED, language),
        letters=_words(_LETTERS, language),
        labelled=_words(_LABELLED, "en") | _words(_LABELLED, language),
        starters=(_words(FIRST_WORDS, "en") - {"" if language == "en" else "no"}) | _words(FIRST_WORDS, language),
        ordinals=language in _ORDINALS,
        dates=language in {"ko", "hu"},
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
