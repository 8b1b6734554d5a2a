from plosive.text.languages.language import Calendar, Language, Ordinals, SayAs, Sentences, Spoken, pairs

LANGUAGE = Language(
    name="Chinese",
    sentences=Sentences(numbered="ver", cut=115),
    spoken=Spoken(
        dot="点", slash="斜杠", at="艾特", hyphen="杠", underscore="下划线",
        minus="负", to="到", number="第", hashtag="话题", symbols=pairs("&=和; ×=乘; +=加; ==等于; <=小于; >=大于"),
        approximate=pairs("~ ≈=约; ±=正负"), clock=("{h}点", "{h}点{m}分"), percent="百分之{0}",
        fractions="二分之一, 三分之一, 三分之二, 四分之一, 四分之三",
        fractions_after="又二分之一, 又三分之一, 又三分之二, 又四分之一, 又四分之三",
        money=pairs("USD=美元; EUR=欧元; GBP=英镑; JPY=日元; CNY=元; INR=卢比; RUB=卢布; KRW=韩元"),
        scales=pairs("万=万; 亿=亿"), of="",
        joint="", spaced=False, degrees=True,
        currencies={"¥": "CNY", "￥": "CNY", "元": "CNY"}, year_digits="零一二三四五六七八九",
        unnamed="digital-",  # people say the letters, not CLDR's word for gigabyte
    ),
    say_as=SayAs(plus="加", telephone_digits={"1": "幺"}),
    ordinals=Ordinals(digits=lambda number, _: f"第{number}"),
    calendar=Calendar(durations="前后历来间以的多"),
)  # fmt: skip
