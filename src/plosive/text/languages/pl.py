from plosive.text.languages.language import Agreement, Calendar, Language, Numerals, Ordinals, Sentences, Spoken, pairs

LANGUAGE = Language(
    name="Polish",
    sentences=Sentences(
        titles="inż mgr św ks bp abp płk hab bł kpt mjr ppłk śp red np m.in tj tzn tzw",
        words="adw ang bałt ca cd czyt doc dyr dz ec ed fot godz gr in jw kard kl kol ktoś lek lic łac mar mec mld mln nr n.e"
        " nt ob okr os p pl pn por poz pow pp przyp ps r rys s ss str tłum ul ur urz ust w wg woj wsch zach zał zob",
        numbered="s str rys tel ust pkt poz r ok bl m godz maks min wyd pow lok lit",
        enders="itd itp zł tys n.p.m", timed="r w n.e p.n.e",
        openers="do od około po pod przed w z jesienią latem wiosną zimą",
        labelled="grupa opcja punkt typ witamina",
        starters="ale bo był była było być co czy dla dlaczego dlatego do gdy gdzie i ich ile ja jak jaki jakie jednak jest"
        " jeśli już kiedy kto ma mam można my na nie nigdy o od on ona one oni ono oraz po potem proszę są ta tak także tam"
        " te teraz to tu ty tylko w więc wszystko z za że aby ach albo bardzo będzie bez chociaż choć dalej dobrze dodaj"
        " dziękuję gdyby inne jego jej każdy kiedyś lub mieszka najpierw nam naprawdę nawet nikt niestety obecnie oczywiście"
        " oprócz otwórz pamiętaj podczas ponadto ponieważ później przed przede przez przy razem skoro sprawdź spróbuj stąd"
        " szczerze super tego tutaj wtedy wiele wielu według właśnie wolę wreszcie wszyscy zatem zawsze zobacz żeby",
        ordinals=True, months="sty lut mar kwi maj cze lip sie wrz paź lis gru", cut=130,
    ),
    spoken=Spoken(
        long_date="d MMMM y 'roku'",
        dot="kropka", slash="ukośnik", at="małpa", hyphen="myślnik", underscore="podkreślnik",
        point="kropka", minus="minus", number="numer", numbered="nr", hashtag="hasztag",
        symbols=pairs("&=i; <=mniejsze niż; >=większe niż"), approximate=pairs("~ ≈=około"),
        one=pairs("a=jedna; =jeden"),
        fractions="pół, jedna trzecia, dwie trzecie, ćwierć, trzy czwarte",
        fractions_after="i pół, i jedna trzecia, i dwie trzecie, i ćwierć, i trzy czwarte",
        money=pairs("USD=dolar dolary dolarów dolara / cent centy centów centa; EUR=euro / cent centy centów centa; "
                    "PLN=złoty złote złotych złotego / grosz grosze groszy grosza; "
                    "GBP=funt funty funtów funta / pens pensy pensów pensa; JPY=jen jeny jenów jena; "
                    "RUB=rubel ruble rubli rubla; CNY=juan juany juanów juana"),
        scales=pairs("tys tysięcy=tysięcy; tysiące=tysiące; mln=milionów; milion=milion; miliony=miliony; milionów=milionów; "
                      "mld miliardów=miliardów; miliard=miliard; miliardy=miliardy"),

    ),
    ordinals=Ordinals(
        form="masculine", known=2999, corrected=pairs("dziewiętdziesiąt=dziewięćdziesiąt"), stop=True, place="w we na o po"
        " przy",
        joints="i oraz lub albo",
        before=pairs("lata=plural; latach=plural-locative; lat=plural-genitive"), day=pairs("dziś dzisiaj jutro"
        " =masculine; =masculine-genitive"),
        agreements=(
            Agreement(endings="lata latach lat", forms=pairs("lata=plural; latach=plural-locative; lat=plural-genitive")),
            Agreement(nouns="piętr miejsc stuleci półrocz pokoleni wydani", endings="o",
                      forms=pairs("+u +e=neuter-locative; em=neuter-instrumental; a u=neuter-genitive; =neuter")),
            Agreement(nouns="dni tygodni miesiąc rok wiek wiec etap sezon tom kwartał odcin rozdział",
                      forms=pairs("+u +e=masculine-locative; em=masculine-instrumental; owi=masculine-dative;"
                                  "u a=masculine-genitive; =masculine")),
            Agreement(nouns="klas rund minut minuc połow godzin edycj częś stron grup lig lidz dekad rocznic wojn"
                            " kolejk", endings="a ę"
            " ą",
                      forms=pairs("ę=feminine-accusative; ą=feminine-instrumental; a ść=feminine; =feminine-genitive")),
            Agreement(forms=pairs("+u +e +ym=masculine-locative; em ym=masculine-instrumental; owi=masculine-dative;"
                                  "u ego=masculine-genitive; =masculine")),
        ),
    ),
    calendar=Calendar(
        short_weekdays=True, bare_days=True, expiry="ważn termin wygas", words="maj lis", months=pairs("wrześ=9; stycz=1"),
        years=pairs("roku=masculine-genitive; w+roku po+roku=masculine-locative; rok=masculine;"
                    "rokiem=masculine-instrumental; rokowi=masculine-dative;"),
        year_before="roku rok rokiem",
        year_stop="r.", year_stops=pairs("w od do z po przed około ok pod koniec początku końcu końca lato lata=roku; =roku"),
        clock_words=pairs("godz=godz.; godzinie=godzinie; godziny=godziny; godzina=godzina"),
    ),
    numerals=Numerals(
        alone="digits",
        nouns=pairs("wiek w.=masculine; w+w.=masculine-locative; od+w. z+w. do+w. początku+w.=masculine-genitive;"
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
        cues="rozdział rozdziale rozdziału tom część akt scena klasa typ",
    ),
)  # fmt: skip
