from plosive.text.languages.abbreviations import Abbreviations
from plosive.text.languages.language import Language, SayAs, Sentences, Spoken, pairs

LANGUAGE = Language(
    name="Chinese",
    sentences=Sentences(
        numbered="ver",
        starters="我 你 您 他 她 它 咱 这 那 但 不过 可是 然后 所以 因为 如果 虽然 后来 于是 其实 今天 明天 昨天 现在 请 好"
        " 对 是的 算了 也许 大家 怎么 为什么 走吧 嗯 哦 啊 唉 终于 突然 最后 接着 首先 另外 总之",
        cut=115,
    ),
    abbreviations=Abbreviations(
        before_number="No. no. NO.=第; Vol. vol.=卷; ver. Ver.=版本; Tel. TEL. tel.=电话; Fig. fig.=图; Lv.=等级",
        leading="vs. vs VS=对; e.g.=例如; i.e.=即; cf.=参见",
        closing="etc.=等等",
    ),
    spoken=Spoken(
        dot="点", slash="斜杠", at="艾特", hyphen="杠", underscore="下划线",
        minus="负", to="到", number="第", hashtag="话题", symbols=pairs("&=和; ×=乘; +=加; ==等于; <=小于; >=大于"),
        approximate=pairs("~ ≈=约; ±=正负"), clock=("{h}点", "{h}点{m}分"), percent="百分之{0}",
        fractions="二分之一, 三分之一, 三分之二, 四分之一, 四分之三",
        fractions_after="又二分之一, 又三分之一, 又三分之二, 又四分之一, 又四分之三",
        money=pairs("USD=美元; EUR=欧元; GBP=英镑; JPY=日元; CNY=元; INR=卢比; RUB=卢布; KRW=韩元"),
        scales=pairs("万=万; 亿=亿"), of="",
        joint="", spaced=False, degrees=True, ordinal=lambda number, _: f"第{number}",
        currencies={"¥": "CNY", "￥": "CNY", "元": "CNY"}, year_digits="零一二三四五六七八九",
        unnamed="digital-",  # people say the letters, not CLDR's word for gigabyte
    ),
    say_as=SayAs(plus="加", telephone_digits={"1": "幺"}),
)  # fmt: skip
