from plosive.text.languages.language import Language, Sentences, Spoken

LANGUAGE = Language(
    name="Bulgarian",
    sentences=Sentences(
        titles="г гн гжа проф доц инж",
        words="акад арх бл бр бул вж вкл вм вр вх гр ген гл год др ед ет ж им кап кв км кн кол л лв лат м мин мн млн млрд нар"
        " напр обл общ ок отг пл пор поч пр р с св см ср ст стр тел тн т.н т.г ул х хил хр ч чл",
        numbered="стр фиг табл гл чл ал тел", timed="г в", openers="в до около от през след",
        starters="а ако аз без беше ви вие все да дали до за защо и или как какво кога кой която който къде ли ми може на не"
        " ние но от по при с са се след сега така там те ти това този той тук тя то ще",
    ),
    spoken=Spoken(long_date="d MMMM y"),
)  # fmt: skip
