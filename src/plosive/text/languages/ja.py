from plosive.text.languages.language import Language, SayAs, Sentences, Spoken, Writes, pairs

LANGUAGE = Language(
    name="Japanese",
    # espeak-ng cannot read Han, so the cut assumes the speed of a newsreader (300 characters a minute).
    sentences=Sentences(numbered="ver", cut=110),
    # In kana, because espeak-ng says "Chinese letter" for every kanji.
    spoken=Spoken(
        dot="ドット", slash="スラッシュ", at="アットマーク", hyphen="ハイフン", underscore="アンダーバー",
        currencies={"円": "JPY"}, point="てん", minus="マイナス", to="から", number="ナンバー", hashtag="ハッシュタグ",
        symbols=pairs("&=アンド; ×=かける; +=プラス; ==イコール"), approximate=pairs("~ ≈=やく; ±=プラスマイナス"),
        clock=("{h}じ", "{h}じ{m}ふん"), percent="{0}パーセント",
        fractions="2ぶんの1, 3ぶんの1, 3ぶんの2, 4ぶんの1, 4ぶんの3",
        fractions_after="と2ぶんの1, と3ぶんの1, と3ぶんの2, と4ぶんの1, と4ぶんの3",
        money=pairs("USD=ドル / セント; EUR=ユーロ / セント; GBP=ポンド / ペンス; JPY=えん; INR=ルピー; CNY=げん; "
                    "KRW=ウォン"),
        cents_joined_by="", of="",
        joint="", spaced=False, degrees=True, ordinal=lambda number, _: f"{number}ばんめ",
        long_date="y'ねん'M'がつ'd'にち'", month_of_year="y'ねん'M'がつ'", day_of_month="M'がつ'd'にち'",
        units={
            "temperature-celsius": "{0}ど", "temperature-fahrenheit": "かし{0}ど", "angle-degree": "{0}ど",
            "duration-hour": "{0}じかん", "duration-minute": "{0}ふん", "duration-second": "{0}びょう",
            "speed-kilometer-per-hour": "じそく{0}キロメートル", "speed-meter-per-second": "びょうそく{0}メートル",
            "area-square-meter": "{0}へいほうメートル", "volume-cubic-meter": "{0}りっぽうメートル",
        },
    ),
    writes=Writes(fraction_digits="0 1 2 3 4 5 6 7 8 9"),
    say_as=SayAs(plus="プラス", digits="ゼロ いち に さん よん ご ろく なな はち きゅう"),
)  # fmt: skip
