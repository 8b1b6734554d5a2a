from plosive.text.languages.language import Counts, Language, SayAs, Sentences, Spoken, Writes, pairs

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
        point="点", two=pairs("摄氏度 华氏度 度=; =两"), below_zero="零下",
        joint="", spaced=False, degrees=True, ordinal=lambda number, _: f"第{number}",
        currencies={"¥": "CNY", "￥": "CNY", "元": "CNY"}, year_digits="零一二三四五六七八九",
        unnamed="digital-",  # people say the letters, not CLDR's word for gigabyte
    ),
    writes=Writes(
        # An inner zero (105 is said as 150), and from 10000 on. The digits of a year are said one by one.
        wholes="(?![0-9]{4}年)(?:[1-9][0-9]{0,13}0[1-9][0-9]{0,13}|[1-9][0-9]{4,14})(?![0-9])",
        fraction_digits="零 一 二 三 四 五 六 七 八 九",
        changed={"〇": "零"}, ordinal_mark="第",
        counts=(
            Counts(
                words={"2": "两"},
                before="个|個|張|條|隻|雙|臺|輛|塊|週|小時|點(?![0-9])|分鐘|歲|種|場|對|盤|頭|層|萬|億|間|樣"
                "|位(?!于)|本|张|条|件|只|家|名|杯|双|台|辆|块|次|天|周|小时|点(?![0-9])|分钟|秒|年(?!级)|岁|人|元|斤|公斤|千克|克|米|公里|千米"
                "|公分|厘米|里|吨|升|倍|种|遍|趟|场|部|套|对|支|枝|瓶|碗|盘|袋|包|盒|箱|口|头|匹|根|棵|朵|座|架|艘|封|幅|首|篇|节|段|句|门|间|所|样"
                "|代|晚|夜|百|千|万|亿|份|群|组|排|串|滴|片|颗|把|扇|顶|盏|笔|道|项|股|批|册|打|副|届|任|平方|立方|成(?=[^立]|$)",
            ),
        ),
    ),
    say_as=SayAs(plus="加", telephone_digits={"1": "幺"}),
)  # fmt: skip
