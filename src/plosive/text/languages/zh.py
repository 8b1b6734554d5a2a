from plosive.text.languages.language import Language, SayAs, Sentences, Signs, Spoken, pairs

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
        joint="", spaced=False, degrees=True, ordinal=lambda number, _: f"第{number}",
        currencies={"¥": "CNY", "￥": "CNY", "元": "CNY"}, year_digits="零一二三四五六七八九",
        unnamed="digital-",  # people say the letters, not CLDR's word for gigabyte
    ),
    say_as=SayAs(plus="加", telephone_digits={"1": "幺"}),
    signs=Signs(
        said=pairs("+=加; - −=减; × * · ⋅=乘; ÷ /=除以; = ===等于; ≠ !==不等于; <=小于; >=大于; ≤ <==小于等于;"
                   " ≥ >==大于等于; ±=加减"),
        minus="负", signed="是为于到至约得温值数了", squared="的平方", cubed="的立方", power="的{}次方", root="根号",
        cube_root="立方根", over="{1}分之{0}", ratio="{0}比{1}", score="{0}比{1}", out_of="{0}分，满分{1}分",
        split="{0}比{1}", fixed=pairs("24/7=全天候"),
        results="赢 胜 输 击败 打败 比分 领先 落后 战平 打平 平局 得分 投票 票数 夺冠 决赛 负于 惨败 大败",
        result_next="", ratios="比例 赔率 比率 比值 画面 配比 稀释 兑水", ratings="评分 打分 评价 星 分数 得分 评级",
        clocks="",
    ),
)  # fmt: skip
