from plosive.text.languages.language import (
    Agreement,
    Calendar,
    Declension,
    Language,
    Numerals,
    Ordinals,
    Sentences,
    Spoken,
    pairs,
)

_SMALL = ("первый второй третий четвёртый пятый шестой седьмой восьмой девятый десятый одиннадцатый"
    " двенадцатый тринадцатый четырнадцатый пятнадцатый шестнадцатый семнадцатый восемнадцатый девятнадцатый")  # fmt: skip
_TENS = "двадцатый тридцатый сороковой пятидесятый шестидесятый семидесятый восьмидесятый девяностый"

LANGUAGE = Language(
    name="Russian",
    sentences=Sentences(
        titles="г гн гжа проф акад им ул св т.е т.н т.к",
        words="авт бул букв вв вкл возм вр гг гос гр губ дер дир доб доп доц ед жен заб зав зам инж исп ист каб кав канд кв"
        " кн комн кор корп куб лат лейт ленингр мл моск муж напр нар наст нач неизв нем обл обр ок оз орг отд отр пгт пер пл"
        " пом пос пред преп прим прибл проц разг рус сб сен сов соц соч ср ст стр табл тов тт упр ур уч физ фр франц хим хоз"
        " цит чл эл яз янв февр авг сент окт нояб дек в д к м н о п р с т у ч тж",
        numbered="стр рис табл гл ст тел кв д корп п ок см пер обл приблиз мин кол прибл ч ауд",
        enders="др пр проч т.д т.п руб коп тыс млн дол долл", timed="г гг в вв н.э",
        openers="в весной во до зимой к летом на около осенью от после с со", letters="я",
        labelled="вариант витамин группа класс план пункт тип часть",
        starters="а без был была были было ведь вот все всё вы да для если есть еще ещё зачем здесь и или их как какой когда"
        " который кроме кто куда мне мой мы на надо наш не нет но ну о об он она они оно от поэтому потом потому почему при"
        " сейчас сколько так также там тебе то тогда тоже ты уже хотя чем что чтобы это этот эта эти я благодаря более"
        " больше будет будьте вам вас ваша вдруг возможно впрочем время всегда вчера далее давайте даже до добавьте должен"
        " другой другие зато затем здравствуйте иногда используйте к каждый какие кажется конечно либо лишь между многие"
        " может можно мои моя наверное например напишите начните некоторые нельзя нужно обычно однако около опять особенно"
        " очень перед по под пожалуйста пока помните попробуйте после почти просто пусть раньше с сегодня сначала снова со"
        " спасибо среди сразу такой такие теперь только тут у хорошо хотите часто через эту",
    ),
    spoken=Spoken(
        dot="точка", slash="слэш", at="собака", hyphen="дефис", underscore="подчёркивание",
        comma="запятая", minus="минус", number="номер", hashtag="хэштег",
        symbols=pairs("&=и; <=меньше; >=больше; ×=на; §=параграф"), approximate=pairs("~ ≈=примерно; ±=плюс минус"),
        one=pairs("а я=одна; =один"), clock=("{hours}", "{hours} {minutes}"),
        fractions="одна вторая, одна треть, две трети, одна четверть, три четверти",
        fractions_after="с половиной, и одна треть, и две трети, с четвертью, и три четверти",
        money=pairs("USD=доллар доллара долларов доллара / цент цента центов цента; EUR=евро / цент цента центов цента; "
                    "RUB=рубль рубля рублей рубля / копейка копейки копеек копейки; GBP=фунт фунта фунтов фунта / пенни; "
                    "JPY=иена иены иен иены; INR=рупия рупии рупий рупии; CNY=юань юаня юаней юаня; KRW=вона воны вон воны"),
        scales=pairs("тыс тысяч=тысяч; тысячи=тысячи; млн миллионов=миллионов; миллион=миллион; миллиона=миллиона; "
                      "млрд миллиардов=миллиардов; миллиард=миллиард; миллиарда=миллиарда"),

        degrees=True,
        # The form of "год" after words that surely determine its case.
        years=pairs("в к=году; с до от из после около конца начала середины января февраля марта апреля мая июня июля августа"
                    " сентября октября ноября декабря=года"),
        # CLDR abbreviates the word for "year", and espeak-ng would read the full stop as a sentence end.
        long_date="d MMMM y 'года'", month_of_year="LLLL y 'года'",
    ),
    ordinals=Ordinals(
        form="masculine", place="в во на о об при по", joints="и или по до",
        # ICU has no hundreds, the wrong dative of "third" and the wrong prepositional of "fortieth".
        declension=Declension(
            small=_SMALL, tens=_TENS, thousand="тысяча", thousands="тысячный двухтысячный трёхтысячный",
            hundreds="сотый двухсотый трёхсотый четырёхсотый пятисотый шестисотый семисотый восьмисотый девятисотый",
            endings=pairs("ый ой=ая ое ого ому ом ым ой ой ую ой ые ых ых; ий=ья ье ьего ьему ьем ьим ьей ьей ью ьей ьи ьих"
                          " ьих"),
        ),
        marks=pairs(
            "-й -ый -ой -ий=masculine; -я -ая -ья=feminine; -ю -ую -ью=feminine-accusative; -е -ое -ье=neuter; -го -ого"
            " -его=masculine-genitive;"
            "-му -ому -ему=masculine-dative; +-м +-ом +-ем=masculine-locative; -м -ым -им=masculine-instrumental; -ые -ие"
            " -ьи=plural;"
            "-х -ых -их=plural-genitive; -ей=feminine-genitive"
        ),
        fixed=pairs("2-х 2-ух=двух; 3-х 3-ех=трёх; 4-х=четырёх; 5-ти=пяти; 6-ти=шести; 7-ми=семи; 8-ми=восьми; 9-ти=девяти;"
                    "10-ти=десяти; 2-мя=двумя; 3-мя=тремя"),
        agreeing="-й -ой -е",
        agreements=(
            Agreement(endings="годы классы места этажи выборы", forms=pairs("годы классы этажи=plural")),
            Agreement(forms=pairs("е и ы ой ью=feminine-genitive")),
        ),
        day=pairs("к ко=masculine-dative; по на сегодня завтра вчера=neuter; =masculine-genitive"),
    ),
    calendar=Calendar(
        short_weekdays=True, bare_days=True, expiry="действ годен срок", months=pairs("фев=2; сен=9; ноя=11"),
        years=pairs("год=masculine; года=masculine-genitive; году=masculine-locative; к+году по+году=masculine-dative;"
                    "годом=masculine-instrumental; годе=masculine-locative"),
        # The form of "год" after words that surely determine its case.
        year_stop="г.", year_stops=pairs(
            "в во=году; к=году; с до от из после около конца начала середины января февраля марта апреля мая июня июля"
            " августа"
            " сентября октября ноября декабря=года; =года"
        ),
    ),
    numerals=Numerals(
        alone="digits",
        nouns=pairs("век в.=masculine; в+в.=masculine-locative; с+в. до+в. начала+в. конца+в.=masculine-genitive; века"
                    " веков=masculine-genitive; веке веках=masculine-locative; веку=masculine-dative;"
                    " веком=masculine-instrumental;"
                    "столетие тысячелетие=neuter; столетия тысячелетия=masculine-genitive; столетии"
                    " тысячелетии=masculine-locative;"
                    "съезд=masculine; съезда=masculine-genitive; съезде=masculine-locative; олимпиада=feminine"),
        rulers="Пётр Петр Павел Павл Александр Николай Николая Николаю Николае Иван Людовик Генрих Карл Фридрих Вильгельм"
               " Георг Филипп"
        " Наполеон Иоанн Бенедикт Пий Пия Лев Льва Елизавет Екатерин Мария Марии Анна Анны Виктори Изабелл Рамсес Константин"
        " Ричард",
        women="Елизавет Екатерин Мария Марии Анна Анны Виктори Изабелл",
        women_forms=pairs("а я=feminine; у ю=feminine-accusative; =feminine-genitive"),
        men_forms=pairs("а я=masculine-genitive; у ю=masculine-dative; ом ем=masculine-instrumental; е=masculine-locative;"
                        " =masculine"),
        cues="глава главе главы том томе часть части акт класс раздел",
    ),
)  # fmt: skip
