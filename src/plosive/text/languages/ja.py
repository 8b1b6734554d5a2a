from plosive.text.languages.abbreviations import Abbreviations
from plosive.text.languages.language import Counts, Language, Ordinals, SayAs, Sentences, Spoken, Writes, pairs
from plosive.text.languages.number_cues import Cues, Signs

LANGUAGE = Language(
    name="Japanese",
    # espeak-ng cannot read Han, so the cut assumes the speed of a newsreader (300 characters a minute).
    sentences=Sentences(numbered="ver", cut=110),
    abbreviations=Abbreviations(
        before_name="Mr.=ミスター; Ms.=ミズ; Mrs.=ミセス; Dr.=ドクター; Prof.=プロフェッサー; St.=セント",
        before_number="No. no.=ナンバー; Vol. vol.=ボリューム; p. P.=ページ; ver. Ver.=バージョン; "
        "Fig. fig.=ず; Tel. TEL.=でんわ; Lv.=レベル",
        leading="vs. vs VS=たい; cf.=さんしょう; ex.=れい",
        closing="etc.=など; Jr.=ジュニア",
    ),
    # In kana, because espeak-ng says "Chinese letter" for every kanji.
    spoken=Spoken(
        dot="ドット", slash="スラッシュ", at="アットマーク", hyphen="ハイフン", underscore="アンダーバー",
        currencies={"円": "JPY"}, point="てん", minus="マイナス", to="から", number="ナンバー", hashtag="ハッシュタグ",
        symbols=pairs("&=アンド"), approximate=pairs("~ ≈=やく"),
        clock=("{h}じ", "{h}じ{m}ふん"), percent="{0}パーセント",
        fractions="2ぶんの1, 3ぶんの1, 3ぶんの2, 4ぶんの1, 4ぶんの3",
        fractions_after="と2ぶんの1, と3ぶんの1, と3ぶんの2, と4ぶんの1, と4ぶんの3",
        money=pairs("USD=ドル / セント; EUR=ユーロ / セント; GBP=ポンド / ペンス; JPY=えん; INR=ルピー; CNY=げん; "
                    "KRW=ウォン"),
        cents_joined_by="", of="",
        joint="", spaced=False, degrees=True,
        long_date="y'ねん'M'がつ'd'にち'", month_of_year="y'ねん'M'がつ'", day_of_month="M'がつ'd'にち'",
        units={
            "temperature-celsius": "{0}ど", "temperature-fahrenheit": "かし{0}ど", "angle-degree": "{0}ど",
            "duration-hour": "{0}じかん", "duration-minute": "{0}ふん", "duration-second": "{0}びょう",
            "speed-kilometer-per-hour": "じそく{0}キロメートル", "speed-meter-per-second": "びょうそく{0}メートル",
            "area-square-meter": "{0}へいほうメートル", "volume-cubic-meter": "{0}りっぽうメートル",
        },
    ),
    writes=Writes(
        fraction_digits="0 1 2 3 4 5 6 7 8 9",
        counts=(
            Counts(
                words=dict(zip("123456789", str.split("ひと ふた みっ よっ いつ むっ なな やっ ここの"), strict=True)),
                before="つ(?![きづつ])",
            ),
        ),
    ),
    say_as=SayAs(plus="プラス", digits="ゼロ いち に さん よん ご ろく なな はち きゅう"),
    cues=Cues(
        codes="番号 コード パスワード ピン",
        owners="あなたの お客様の",
        copulas="は が",
        joints="の",
        counted="人 個 行 件 回 円 年 月 日 時間 分 秒 枚 本 冊 台 ページ 字 文字 歳 点 万 億 名 にん えん こ",
        phones="電話 携帯 でんわ けいたい ファックス",
        calls="番して 番通報 緊急 電話 かけて 通報 ダイヤル でんわ",
        between="に へ 番 すぐ",
        after="に へ を で",
        extensions="内線 ないせん",
        extension="ないせん",
        letters=pairs("A=A,"),
    ),
    signs=Signs(
        said=pairs("+=たす; - −=ひく; × * · ⋅=かける; ÷ /=わる; = ===イコール; ≠ !==ノットイコール; <=しょうなり;"
                   " >=だいなり;≤ <==しょうなりイコール; ≥ >==だいなりイコール; ±=プラスマイナス"),
        minus="マイナス", signed="はがをにで", squared="のにじょう", cubed="のさんじょう", power="の{}じょう",
        root="ルート", cube_root="りっぽうこん", over="{1}ぶんの{0}", ratio="{0}たい{1}", score="{0}たい{1}",
        out_of="{1}てんちゅう{0}てん", split="{0}たい{1}", fixed=pairs("24/7=24じかん ねんじゅうむきゅう"),
        results="勝 負 敗 かった かち まけ スコア 得点 試合 しあい 決勝 リード 引き分け 投票", result_next="",
        ratios="比率 ひりつ 割合 わりあい オッズ 縮尺", ratings="評価 ひょうか 点数 星 レビュー", sharp="{0}シャープ",
    ),
    ordinals=Ordinals(digits=lambda number, _: f"{number}ばんめ"),
)  # fmt: skip
