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

LANGUAGE = Language(
    name="Ukrainian",
    sentences=Sentences(
        titles="т.зв т.б напр",
        words="акад англ буд вид вул гр гол див доц ел замет зам ім інж кв корп куб муз наук нар нім обл оз пер пл пом пор"
        " пос пров просп проф рос руб св сел сер см соц ст стор с табл тов укр франц хв хім чл шт г м р т бл",
        numbered="стор рис табл гл ст тел кв буд п бл див ок ч бульв", enders="ін т.д т.п грн тис",
        timed="р рр ст н.е", openers="в від влітку до з на навесні після у близько", letters="я є",
        labelled="варіант вітамін група клас план пункт тип частина",
        starters="а але без був була були було бо ваш ви від він вона вони воно все де для до є з за і його коли куди ми мій"
        " на навіщо не ні о однак ось при про так також там те ти тому тут це цей ця чому щоб що як яка який якщо я адже"
        " багато би буде вам вас вже всі далі дякую додайте дуже зараз звичайно згодом їх кожен крім ласкаво лише майже мені"
        " може можна навіть наприклад нам нас наш ним отже перед пізніше під після по потім проте просто раніше саме своє"
        " сьогодні та тепер тільки ті тоді той хоча хто чи через її із із-за",
        cut=105,
    ),
    spoken=Spoken(long_date="d MMMM y 'року'", month_of_year="LLLL y 'року'"),
    ordinals=Ordinals(
        form="masculine", place="в у на о об при по", joints="і й та або по до",
        declension=Declension(
            small="перший другий третій четвертий п'ятий шостий сьомий восьмий дев'ятий десятий одинадцятий дванадцятий"
                  " тринадцятий"
            " чотирнадцятий п'ятнадцятий шістнадцятий сімнадцятий вісімнадцятий дев'ятнадцятий",
            tens="двадцятий тридцятий сороковий п'ятдесятий шістдесятий сімдесятий вісімдесятий дев'яностий",
            hundreds="сотий двохсотий трьохсотий чотирьохсотий п'ятисотий шестисотий семисотий восьмисотий дев'ятисотий",
            thousand="тисяча", thousands="тисячний двохтисячний трьохтисячний",
            endings=pairs("ий=а е ого ому ому им ої ій у ою і их их; ій=я є ього ьому ьому ім ьої ій ю ьою і іх іх"),
        ),
        marks=pairs(
            "+-й +-ій=feminine-locative; -й -ий -ій=masculine; -а -я=feminine; -у -ю=feminine-accusative; -е -є=neuter; -го"
            " -ого=masculine-genitive;"
            "-му -ому=masculine-dative; -м -им=masculine-instrumental; -ї -ої=feminine-genitive; -ті -і=plural; -х"
            " -их=plural-genitive"
        ),
        fixed=pairs("2-х=двох; 3-х=трьох; 4-х=чотирьох; 5-ти=п'яти; 6-ти=шести; 7-ми=семи; 8-ми=восьми; 10-ти=десяти"),
        agreeing="-й -ій", agreements=(
            Agreement(nouns="поверх клас день рік етап тиждень", forms=pairs("=masculine")),
            Agreement(forms=pairs("і ї=feminine-locative; и ої=feminine-genitive; у ю=feminine-accusative")),
        ),
        day=pairs("на сьогодні завтра вчора=neuter; =masculine-genitive"),
    ),
    calendar=Calendar(
        short_weekdays=True, bare_days=True, hours=pairs("о об=feminine-locative; з від до після близько=feminine-genitive;"
                                                         " на=feminine-accusative; =feminine"), expiry="дійсн термін",
        years=pairs("рік=masculine; року=masculine-genitive; році=masculine-locative; роком=masculine-instrumental;"
                    " рокові=masculine-dative"),
        year_stop="р.", year_stops=pairs(
            "в у=році; з до від після близько кінця початку середини січня лютого березня квітня травня червня липня серпня"
            " вересня"
            " жовтня листопада грудня=року; =року"
        ),
    ),
    numerals=Numerals(
        alone="digits",
        nouns=pairs("століття тисячоліття=neuter; початку+століття кінця+століття середини+століття до+століття від+століття"
                    " з+століття"
                    " наприкінці+століття кінець+століття початок+століття=masculine-genitive; столітті=masculine-locative;"
                    " ст=neuter; у+ст в+ст=masculine-locative; початку+ст кінця+ст=masculine-genitive;"
                    "вік=masculine; віку=masculine-genitive; віці=masculine-locative; століть=masculine-genitive"),
        rulers="Петро Петр Олександр Микол Іван Людовік Генріх Карл Фрідріх Єлизавет Катерин Наполеон Павло Павл",
        women="Єлизавет Катерин", women_forms=pairs("а я=feminine; у ю=feminine-accusative; =feminine-genitive"),
        men_forms=pairs("а я=masculine-genitive; у ю=masculine-dative; ом ем=masculine-instrumental; =masculine"),
        cues="розділ розділі том томі частина акт клас",
    ),
)  # fmt: skip
