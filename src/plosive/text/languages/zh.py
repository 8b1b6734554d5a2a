from plosive.text.languages.language import Cues, Language, SayAs, Sentences, Spoken, pairs

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
    cues=Cues(
        codes="输入 验证码 校验码 密码 口令 取件码 邀请码 代码 兑换码 识别码 邮编 邮政编码 订单号 订单编号 单号 预订号"
        " 预约号 账号 帐号 卡号 流水号 会员号 编号 工号 学号 身份证号 身份证号码 序列号 车牌号 动态码 确认码 提取码 激活码"
        " 授权码 安全码 尾号 末四位 后四位 pin码 pin otp",
        owners="您的 你的 我的 他的 她的 我们的 这个 本次",
        copulas="不是 是 为",
        counted="个 行 人 位 元 块 年 月 次 字 条 页 件 张 只 本 名 家 分钟 小时 天 倍 米 公里 公斤 平方 度 岁 万 亿 多 辆"
        " 台 套 间 把 票 分 种 克 吨",
        phones="电话 手机 号码 传真 热线 联系方式 微信 座机",
        calls="报警 急救 火警 拨打 拨 致电 打 呼叫 联系 短信",
        between="或 请 到 电话 了 我 一下 急救",
        after="报警 求助 急救 进行 或 和 就 吧 了 来 并 找 叫 咨询 电话 投诉 热线 寻求",
        extensions="分机号 分机",
        extension="分机",
        letters=pairs("A=A,"),
        sharp="sharp",
    ),
)  # fmt: skip
