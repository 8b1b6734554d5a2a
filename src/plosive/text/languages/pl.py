from plosive.text.languages.abbreviations import Abbreviations, Acronyms
from plosive.text.languages.language import (
    Agreement,
    Calendar,
    Language,
    Measures,
    Numerals,
    Ordinals,
    Sentences,
    Spoken,
    Writes,
    counts,
    in_tens,
    pairs,
)
from plosive.text.languages.number_cues import Cues, Signs

LANGUAGE = Language(
    name="Polish",
    sentences=Sentences(
        proper="sen rep hon rev gov col fr mt pres mag on cv pt",
        words="bałt ca cd ec ed fot gr in jw kl kol ktoś lic mar mld mln nr n.e ob okr poz pp przyp ps r rys s ss str urz"
        " ust w wsch zach",
        numbered="sty lut kwi cze lip sie wrz paź lis gru wrześ stycz lit wew pn pon wt śr czw pt sob niedz nd",
        enders="zł tys", timed="r w n.e p.n.e",
        openers="do od około po pod przed w z jesienią latem wiosną zimą",
        labelled="grupa opcja punkt typ witamina",
        starters="ale bo był była było być co czy dla dlaczego dlatego do gdy gdzie i ich ile ja jak jaki jakie jednak jest"
        " jeśli już kiedy kto ma mam można my na nie nigdy o od on ona one oni ono oraz po potem proszę są ta tak także tam"
        " te teraz to tu ty tylko w więc wszystko z za że aby ach albo bardzo będzie bez chociaż choć dalej dobrze dodaj"
        " dziękuję gdyby inne jego jej każdy kiedyś lub mieszka najpierw nam naprawdę nawet nikt niestety obecnie oczywiście"
        " oprócz otwórz pamiętaj podczas ponadto ponieważ później przed przede przez przy razem skoro sprawdź spróbuj stąd"
        " szczerze super tego tutaj wtedy wiele wielu według właśnie wolę wreszcie wszyscy zatem zawsze zobacz żeby niech",
        ordinals=True, months="sty lut mar kwi maj cze lip sie wrz paź lis gru", cut=130,
    ),
    abbreviations=Abbreviations(
        before_name="dr dr.=doktor/doktorze|doktor/doktora|doktor/doktora|doktor/doktorem|doktor; "
        "prof.=profesor/profesorze|profesor/profesora|profesor/profesora|profesor/"
        "profesorem|profesor; mgr mgr.=magister; inż.=inżynier; "
        "ks.=ksiądz/księdzu/księdza/księdza/księdzem; bp=biskup; "
        "abp=arcybiskup; kard.=kardynał; o.=ojciec; "
        "św.=święty|święta/świętym|świętej/świętego|świętej/świętego|świętą/świętym|świętą; "
        "bł.=błogosławiony|błogosławiona/błogosławionym|błogosławionej/błogosławionego|błogosławionej; "
        "p.=pan/pani; gen.=generał; "
        "im.=imienia; płk płk.=pułkownik; ppłk=podpułkownik; mjr mjr.=major; kpt.=kapitan; por.=porucznik; "
        "sierż.=sierżant; kpr.=kapral; adm.=admirał; red.=redaktor; hab.=habilitowany; doc.=docent; dyr.=dyrektor; "
        "prez.=prezydent; lek.=lekarz; mec.=mecenas; adw.=adwokat; śp. ś.p.=świętej pamięci; woj.=województwo; "
        "pow.=powiat; gm.=gmina",
        before_number="cz.=część/części/części/część; zad.=zadanie/zadaniu/zadania; "
        "ćw.=ćwiczenie/ćwiczeniu/ćwiczenia; kom.=komórkowy; s. str.=strona/stronie/strony/stronę; rys.=rysunek/rysunku/"
        "rysunku/rysunek; "
        "rozdz.=rozdział/rozdziale/rozdziału/rozdział; nr nr. Nr=numer; tel. tel=telefon; t.=tom/tomie/tomu; "
        "tab.=tabela/tabeli/tabeli/tabelę; art.=artykuł/artykule/artykułu/artykuł/artykułem; "
        "ust.=ustęp/ustępie/ustępu/ustęp/ustępem; "
        "pkt pkt.=punkt/punkcie/punktu/punkt/punktem; par.=paragraf/paragrafie/paragrafu/paragraf/paragrafem; "
        "poz.=pozycja/pozycji/pozycji; m.=mieszkanie/mieszkaniu/mieszkania; "
        "bl.=blok/bloku/bloku; kl.=klasa/klasie/klasy; zał.=załącznik/załączniku/załącznika; lok.=lokal/lokalu/lokalu; "
        "godz.=godzina/godzinie/godziny; dn.=dzień/dniu/dnia; wyd.=wydanie; gab.=gabinet/gabinecie/gabinetu; "
        "pok.=pokój/pokoju/pokoju; r.=rok/roku/roku/rok",
        before_amount="ok.=około; maks. Maks.=maksymalnie; min. Min.=minimum",
        after_number="os.=osoba/osoby/osób; godz.=godzina/godziny/godzin; min.=minuta/minuty/minut; "
        "sek.=sekunda/sekundy/sekund; szt.=sztuka/sztuki/sztuk; egz.=egzemplarz/egzemplarze/egzemplarzy; "
        "pok.=pokój/pokoje/pokoi; str.=strona/strony/stron; tyg.=tydzień/tygodnie/tygodni; "
        "mies.=miesiąc/miesiące/miesięcy; tys. tys=tysiąc/tysiące/tysięcy; mln. mln=milion/miliony/milionów; "
        "mld. mld=miliard/miliardy/miliardów; r.=roku; kl.=klasa; pkt. pkt=punkt/punkty/punktów; "
        "dag dkg=dekagram/dekagramy/dekagramów; szkl.=szklanka/szklanki/szklanek; łyż.=łyżka/łyżki/łyżek; proc. "
        "proc=procent; zł.=złoty/złote/złotych",
        before_street="ul.=ulica/ulicy/ulicy/ulicę/ulicą; al.=aleja/alei/alei/aleję/aleją; "
        "pl.=plac/placu/placu/plac/placem; "
        "os.=osiedle/osiedlu/osiedla; skw.=skwer/skwerze/skweru; bulw.=bulwar/bulwarze/bulwaru",
        leading="np. np=na przykład; tzn.=to znaczy; tj.=to jest; m.in.=między innymi; tzw.=tak zwany; wg. wg=według; "
        "zob.=zobacz; por.=porównaj; ds.=do spraw; dot.=dotyczy; czyt.=czytaj; vs. vs=kontra; c.d.=ciąg dalszy; "
        "ww.=wyżej wymieniony; pn.=pod nazwą; "
        "pt.=pod tytułem; pw.=pod wezwaniem",
        anywhere="pocz.=początek/początku/początku; poł.=połowa/połowie/połowy/połowę; wys.=wysokość/wysokości/wysokości; "
        "temp.=temperatura/temperaturze/temperatury; szer.=szerokość; gab.=gabinet; im.=; "
        "ew.=ewentualnie; wł.=włącznie; ang.=angielski; niem.=niemiecki; łac.=łaciński; wyd.=wydanie; "
        "zał.=załącznik; tłum.=tłumaczenie; nt.=na temat; dz.=dział; ur.=urodzony; zm.=zmarły; tel.=telefon; "
        "maks.=maksymalnie; godz.=godzina/godzinie/godziny; woj.=województwo; wiad.=wiadomość; zob.=zobacz",
        closing="itd.=i tak dalej; itp.=i tym podobne; p.n.e.=przed naszą erą; n.e.=naszej ery; "
        "n.p.m.=nad poziomem morza; br.=bieżącego roku; bm.=bieżącego miesiąca; ub.r.=ubiegłego roku; jw.=jak wyżej; "
        "cdn.=ciąg dalszy nastąpi; etc.=et cetera",
        cases=("przy na w we o po",
               "z ze do od u koło obok dla wzdłuż blisko około przeciwko podstawie według brzmieniu treści myśl zapisów",
               "zob przez por zobacz patrz", "zgodnie_z wraz_z za pod nad przed między pomiędzy poza razem_z ze_spotkania"),
        name_endings=("ie u ze im ym le", "a ego ny ary ty sy ii gi ki cji dy ej", "a ego", "em im ym", ""),
        shown="św. bł. Św.",
        women="Anna Barbara Teresa Katarzyna Maria Elżbieta Faustyna Jadwiga Kinga Rita Agata Łucja Zofia Weronika Małgorzata"
        " Magdalena Helena Cecylia",
        feminine="ny ary ty sy ii gi ki cji dy ej ą",
        directed="ą", instrumental="ą", moving="skręć skręca skręci jedź jadę jedzie przyjdź przyjedź idź wyjdź wejdź dojedź "
        "dojazd", placed="ej iej",
    ),
    acronyms=Acronyms(said="PIN NIP GIF RAM SIM ZUS VAT PIT CIT GUS UFO", kept="ONZ USA UE AI"),
    spoken=Spoken(
        long_date="d MMMM y 'roku'",
        locative_after="przy", locative=pairs("ów=ach; i=iach; =ach"),
        dot="kropka", slash="ukośnik", at="małpa", hyphen="myślnik", underscore="podkreślnik",
        unit_words="w", unit_symbols={"m kw": "area-square-meter"}, point="kropka", minus="minus", number="numer",
        hashtag="hasztag",
        symbols=pairs("&=i"), approximate=pairs("~ ≈=około"),
        one=pairs("a=jedna; euro=jedno; =jeden"), two=pairs("a=dwie"),
        fractions="pół, jedna trzecia, dwie trzecie, ćwierć, trzy czwarte",
        fractions_after="i pół, i jedna trzecia, i dwie trzecie, i ćwierć, i trzy czwarte",
        money=pairs("USD=dolar dolary dolarów dolara / cent centy centów centa; EUR=euro / cent centy centów centa; "
                    "PLN=złoty złote złotych złotego / grosz grosze groszy grosza; "
                    "GBP=funt funty funtów funta / pens pensy pensów pensa; JPY=jen jeny jenów jena; "
                    "RUB=rubel ruble rubli rubla; CNY=juan juany juanów juana"),
        scales=pairs("tys=tysiąc tysiące tysięcy tysiąca; mln=milion miliony milionów miliona; "
                     "mld=miliard miliardy miliardów miliarda; bln=bilion biliony bilionów biliona; tysięcy=tysięcy; "
                     "tysiące=tysiące; milion=milion; miliony=miliony; milionów=milionów; miliona=miliona; "
                     "miliardów=miliardów; miliard=miliard; miliardy=miliardy"),
    ),
    ordinals=Ordinals(
        form="masculine", known=2999,
        corrected=pairs("dziewiętdziesiąt=dziewięćdziesiąt; piętdziesiąt=pięćdziesiąt; szesdziesiąt=sześćdziesiąt"),
        stop=True, place="w we na o po"
        " przy",
        joints="i oraz lub albo do na",
        marks=pairs("-szy -gi -ci -ty -my -y=masculine; -sza -ga -cia -ta -ma -a=feminine; -sze -gie -cie -te -me -e=neuter;"
                    "-go -ego -szego -giego -ciego -tego -mego=masculine-genitive; -mu -emu -szemu=masculine-dative;"
                    "+-m +-ym +-im +-szym +-gim +-cim +-tym=masculine-locative; -ym -im -szym -gim -cim"
                    " -tym=masculine-instrumental; -ej -szej -giej -ciej -tej=feminine-genitive"),
        fixed=pairs("2-óch 2-u=dwóch; 3-ech=trzech; 4-ech=czterech; 5-ciu=pięciu; 6-ciu=sześciu; 7-miu=siedmiu; 8-miu=ośmiu;"
                    "9-ciu=dziewięciu; 10-ciu=dziesięciu; 2-ma=dwoma; 1x=raz; 2x=dwa razy; 3x=trzy razy; 4x=cztery razy;"
                    "5x=pięć razy; 6x=sześć razy; 7x=siedem razy; 8x=osiem razy; 9x=dziewięć razy; 10x=dziesięć razy"),
        before=pairs("lata=plural; latach=plural-locative; lat=plural-genitive"), day=pairs("na dziś dzisiaj jutro"
        " =masculine; =masculine-genitive"),
        agreements=(
            Agreement(
                endings="lata latach lat urodziny igrzyska mistrzostwa",
                forms=pairs("lata urodziny igrzyska mistrzostwa=plural; latach=plural-locative; lat=plural-genitive"),
            ),
            Agreement(
                nouns="piętr miejsc stuleci półrocz pokoleni wydani", endings="o",
                forms=pairs("+u +rze=neuter-locative; em=neuter-instrumental; a u=neuter-genitive; =neuter"),
            ),
            Agreement(
                nouns="dni tygodni miesiąc rok wiek wiec etap sezon tom kwartał odcin rozdział",
                forms=pairs("+u +e=masculine-locative; em=masculine-instrumental; owi=masculine-dative; u"
                            " a=masculine-genitive; =masculine"),
            ),
            Agreement(
                nouns="klas rund minut minuc połow godzin edycj częś stron grup lig lidz dekad rocznic wojn kolejk",
                endings="a ę ą",
                forms=pairs("ę=feminine-accusative; ą=feminine-instrumental; a ść=feminine; =feminine-genitive"),
            ),
            Agreement(
                forms=pairs("+u +e +ym=masculine-locative; em ym=masculine-instrumental; owi=masculine-dative; u"
                            " ego=masculine-genitive; =masculine"),
            ),
        ),
    ),
    calendar=Calendar(
        weekdays=pairs("pn=0; pt=4; nd ndz=6"),
        weekday_forms=pairs("w we na przez=poniedziałek wtorek środę czwartek piątek sobotę niedzielę;"
                            "od do z po=poniedziałku wtorku środy czwartku piątku soboty niedzieli"),
        weekday_span=pairs("od=poniedziałku wtorku środy czwartku piątku soboty niedzieli;"
                           "do=poniedziałku wtorku środy czwartku piątku soboty niedzieli"),
        short_weekdays=True, bare_days=True, expiry="ważn termin wygas", words="maj lis I V X",
        months=pairs("wrześ=9; stycz=1; I=1; II=2; III=3; IV=4; V=5; VI=6; VII=7; VIII=8; IX=9; X=10; XI=11; XII=12"),
        years=pairs("od+ z+=masculine-genitive; roku=masculine-genitive; w+roku po+roku=masculine-locative;"
                    " rok=masculine; rokiem=masculine-instrumental; rokowi=masculine-dative"),
        year_before="roku rok rokiem",
        year_stop="r.", year_stops=pairs("w od do z po przed około ok pod koniec początku końcu końca lato lata=roku; "
        "*=roku; =roku"),
        hour_span="od do", hours=pairs("o po=feminine-locative; od do około ok o+godz do+godz od+godz po+godz około+godz "
        "ok+godz godzinie godziny=feminine-genitive;"
                                       "między przed a=feminine-instrumental; na=feminine-accusative; =feminine"),
        hour_nouns=pairs("w+godz.=godzinach; godz.=godziny; w+godzinach godzinach=godzinach"),
        clock_words=pairs("o=o; godz=godz; godzinie=godzinie; godziny=godziny; godzina=godzina"),
    ),
    numerals=Numerals(
        alone="digits",
        centuries=pairs("w.=masculine-genitive wieku; w+w. we+w. po+w.=masculine-locative wieku; +w.=masculine wiek;"
                        "wieków=masculine-genitive wieków; wiekach=masculine-locative wiekach"),
        nouns=pairs("wiek=masculine; miejsce piętro liceum=neuter; miejsca piętra=neuter-genitive; miejscu"
                    " piętrze=neuter-locative; kwartał stopień festiwal=masculine; kwartału stopnia=masculine-genitive;"
                    " kwartale=masculine-locative; klasa rp=feminine; klasy=feminine-genitive; klasie=feminine-locative;"
                    " wieku=masculine-genitive; w+wieku na+wieku po+wieku=masculine-locative;"
                    " wiekiem=masculine-instrumental;"
                    "wieków=masculine-genitive; wiekach=masculine-locative; wojna rzeczpospolita liga=feminine; wojny"
                    " rzeczypospolitej=feminine-genitive;"
                    "wojnie=feminine-locative; wojnę rzeczpospolitą=feminine-accusative; wojną=feminine-instrumental"),
        rulers="Jan Kazimierz Zygmunt August Władysław Bolesław Stanisław Henryk Fryderyk Karol Ludwik Filip Mikołaj Piotr"
               " Aleksander"
        " Wilhelm Jerzy Paweł Pawła Pawłem Pawłowi Piotra Pius Benedykt Leon Napoleon Elżbiet Katarzyn Krystyn Izabel"
        " Mieszko Mieszka",
        women="Elżbiet Katarzyn Krystyn Izabel",
        women_forms=pairs("a=feminine; ę=feminine-accusative; ą=feminine-instrumental; =feminine-genitive"),
        men_forms=pairs("a=masculine-genitive; owi=masculine-dative; em=masculine-instrumental; =masculine"),
        cues="wersja wersji wersję rozdział rozdziale rozdziału tom część akt scena klasa typ",
    ),
    cues=Cues(
        codes="kupon token id ostatnie_cztery_cyfry ostatnie_cyfry kod kodu kodem pin pinu pinem hasło hasła hasłem otp"
        " pesel nip regon kod_pocztowy",
        typed="wpisz wprowadź",
        records="zamówienie zamówienia zamówieniu rezerwacja rezerwacji rezerwację konto konta klienta faktura faktury"
        " przesyłka przesyłki przesyłkę bilet biletu karta karty kartę sprawa sprawy polisa polisy umowa umowy paczka"
        " paczki dowodu paszportu seryjny referencyjny zgłoszenia",
        numbers="numer numeru numerem nr",
        owners="twój twoja twoje twojego pański pana pani państwa mój moja moje nasz nasza ten ta",
        copulas="będzie jako to jest brzmi był",
        joints="o_numerze",
        endings="kończąca_się_na kończący_się_na kończy_się_na",
        counted="kolegów przyjaciół osób osoby ludzi użytkowników klientów linii wierszy słów słowa znaków stron strony"
        " sztuk razy plików gości krzeseł miejsc pokoi pokojów książek książki pudełek punktów głosów członków pracowników"
        " mieszkańców cyfr pizz egzemplarzy studentów",
        phones="pod_nr pod_numerem tel_kom kom telefon* tel komórk* fax numer numeru numerem infolini* whatsapp",
        calls="alarmowy ratunkowy zadzwoń dzwoń zadzwonić dzwonić dzwonię zadzwońcie dzwoni wybierz wybrać wykręć wykręcić"
        " sms skontaktuj",
        between="policję straż pogotowie lub pod na numer do nas mnie się z proszę natychmiast nr alarmowy",
        after="teraz natychmiast oraz w",
        extensions=r"wew\.? wewnętrzny",
        extension="wewnętrzny",
        letters=pairs("W=wu; Z=zet; I=i; O=o"),
        adjectives_last=True,
    ),
    signs=Signs(
        keys=pairs("#=krzyżyk; *=gwiazdka"), pressing="naciśnij wciśnij wybierz nacisnąć wcisnąć wybrać klawisz",
        said=pairs("+=plus; - −=minus; × * · ⋅=razy; ÷ /=podzielić przez; = ===równa się; ≠ !==nie równa się;"
                   " <=mniejsze niż;>=większe niż; ≤ <==mniejsze lub równe; ≥ >==większe lub równe; ±=plus minus"),
        minus="minus", squared="do kwadratu", cubed="do sześcianu", power="do potęgi {}", root="pierwiastek z",
        cube_root="pierwiastek sześcienny z", over="{0} przez {1}", ratio="{0} do {2}", format="{0} na {1}",
        by="na", score="{0} do {2}", out_of="{0} na {1}", split="{0} na {1}", fixed=pairs("24/7=24 na 7"),
        inflected="zera jednego dwóch trzech czterech pięciu sześciu siedmiu ośmiu dziewięciu dziesięciu",
        steps=pairs("krok strona pytanie etap część={0} z {2}"),
        pressure="{0} na {1}", pressures="ciśnieni* rr",
        results="wygra* wygry* przegra* przegry* pokona* zwycię* wynik* prowadz* remis* finał* finale mecz* zremis*"
        " głosowani* porażk* set sety seta",
        result_next="z w na i po do przeciwko nad dla ale wczoraj dziś",
        ratios="stosun* proporcj* skal* kurs* format* miesza* rozcieńcz* szans*",
        ratings="ocen* gwiazd* punkt* opini* recenzj*", shares="z ze", clocks="o od do po przed około",
        verses="rodzaju wyjścia psalm przysłów izajasza mateusza marka łukasza jana rzymian koryntian hebrajczyków",
    ),
    measures=Measures(
        magnitudes=pairs("k K=tysiąc tysiące tysięcy tysiąca; M=milion miliony milionów miliona"),
        counted="[a-ząćęłńóśźż]{2,20}(?:ów|ych|ich)|osób|ludzi|odsłon|wyświetleń|pobrań",
    ),
    writes=Writes(
        # espeak-ng says these numbers in the masculine.
        counts=(
            counts(
                {"1": "jedna"},
                "minuta sekunda godzina osoba kobieta książka strona kawa herbata łyżka łyżeczka szklanka"
                " tabletka tona korona wersja noc butelka paczka sztuka córka siostra grupa linia rzecz odpowiedź"
                " wiadomość mila",
            ),
            counts(
                {"1": "jedną"},
                "minutę sekundę godzinę osobę kobietę książkę stronę kawę herbatę łyżkę łyżeczkę szklankę"
                " tabletkę tonę koronę wersję butelkę paczkę sztukę",
            ),
            counts(
                in_tens(2, "dwie"),
                "minuty sekundy godziny osoby kobiety książki strony kawy herbaty łyżki łyżeczki szklanki"
                " tabletki tony korony wersje noce butelki paczki sztuki córki siostry grupy linie rzeczy"
                " odpowiedzi wiadomości mile",
            ),
        ),
    ),
)  # fmt: skip
