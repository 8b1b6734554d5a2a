from plosive.text.languages.abbreviations import Abbreviations
from plosive.text.languages.language import (
    Calendar,
    Counts,
    Language,
    Ordinals,
    SayAs,
    Sentences,
    Spoken,
    Writes,
    pairs,
)
from plosive.text.languages.number_cues import Cues, Signs

# Measure words: 2 before them is 两.
_MEASURES = (
    "个|個|張|條|隻|雙|臺|輛|塊|週|小時|點(?![0-9])|分鐘|歲|種|場|對|盤|頭|層|萬|億|間|樣"
    "|位(?!于)|本|张|条|件|只|家|名|杯|双|台|辆|块|次|天|周|小时|点(?![0-9])|分钟|秒|年(?!级)|岁|人|元|斤|公斤|千克|克|米|公里|千米"
    "|公分|厘米|里|吨|升|倍|种|遍|趟|场|部|套|对|支|枝|瓶|碗|盘|袋|包|盒|箱|口|头|匹|根|棵|朵|座|架|艘|封|幅|首|篇|节|段|句|门|间|所|样"
    "|代|晚|夜|百|千|万|亿|份|群|组|排|串|滴|片|颗|把|扇|顶|盏|笔|道|项|股|批|册|打|副|届|任|平方|立方|成(?=[^立]|$)"
)  # fmt: skip


_YEAR_MARKS = "年|款|赛季|财年|学年|年度|世界杯|奥运会|春节|国庆|双十一"


def _clock(hour: int, minute: str) -> str:
    said = "两点" if hour == 2 else f"{hour}点"
    if minute == "00":
        return said
    return f"{said}零{int(minute)}分" if int(minute) < 10 else f"{said}{minute}分"


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
        minus="负", to="到", number="第", hashtag="话题", symbols=pairs("&=和"),
        approximate=pairs("~ ≈=约"), clock=_clock, percent="百分之{0}",
        fractions="二分之一, 三分之一, 三分之二, 四分之一, 四分之三",
        fractions_after="又二分之一, 又三分之一, 又三分之二, 又四分之一, 又四分之三",
        money=pairs("USD=美元; EUR=欧元; GBP=英镑; JPY=日元; CNY=元; INR=卢比; RUB=卢布; KRW=韩元"),
        scales=pairs("万=万; 亿=亿"), of="",
        point="点", two=pairs("摄氏度 华氏度 度=; =两"), below_zero="零下", degree="度",
        joint="", spaced=False, degrees=True,
        each=pairs(
            "天=每天; 日=每日; 月=每月; 年=每年; 周=每周; 晚=每晚; 小时=每小时; 分钟=每分钟; 人=每人; 位=每位; "
            "次=每次; 个=每个; 斤=每斤; 公斤=每公斤; 件=每件; 瓶=每瓶; 杯=每杯; 盒=每盒; 张=每张; 间=每间; 份=每份; 吨=每吨; "
            "平米=每平米; 平方米=每平方米; 平方=每平方; 公里=每公里; 股=每股; 克=每克; 本=每本; 台=每台; 套=每套"
        ),
        currencies={"¥": "CNY", "￥": "CNY", "元": "CNY"}, year_digits="零一二三四五六七八九",
        unnamed="digital-",
    ),
    writes=Writes(
        # An inner zero (105 is said as 150), a ten behind hundreds (112 is said without its second "one"), 2000 to 2999,
        # and from 10000 on. The digits of a year are said one by one.
        wholes=f"(?![0-9]{{4}}(?:{_YEAR_MARKS}))"
        "(?:[1-9][0-9]{0,13}0[1-9][0-9]{0,13}|[1-9][0-9]?1[0-9]|2[0-9]{3}|[1-9][0-9]{4,14})(?![0-9])",
        rule="cardinal-alternate2", corrected=pairs("两百=二百"),
        numbered="室|会议室|房间|号房|教室|病房|错误|(?<!00)路(?:车|公交|[，。,]|$)|次列车",
        fraction_digits="零 一 二 三 四 五 六 七 八 九",
        not_after="第",
        counts=(
            Counts(
                words={"2": "两"},
                before=_MEASURES,
            ),
            Counts(
                words=dict.fromkeys(("2~", "2～", "2-", "2–", "2—"), "两到"),
                before=f"[0-9]{{1,3}}(?:{_MEASURES})",
            ),
        ),
    ),
    say_as=SayAs(plus="加", telephone_digits={"1": "幺"}),
    cues=Cues(
        codes="优惠码 会议号 券码 验证码 校验码 密码 口令 取件码 取货码 提货码 取餐码 取餐号 取件号"
        " 邀请码 代码 兑换码 识别码 邮编 邮政编码 订单号 订单编号"
        " 单号 预订号 预约号 账号 帐号 卡号 流水号 会员号 编号 工号 学号 身份证号 身份证号码 序列号 车牌号 动态码 确认码"
        " 房间号 房号 门牌号 航班号 航班 车次 客服电话 服务电话 咨询电话 投诉电话 热线电话 qq号 qq 微信号 合同号 发票号 护照号"
        " 取票号 会员编号 批次号 提取码 激活码 授权码 安全码 尾号 末四位 后四位 pin码 pin otp",
        typed="输入 凭 凭码",
        records="订单 预订 快递 包裹 账户",
        owners="您的 你的 我的 他的 她的 我们的 这个 本次",
        copulas="不是 是 为",
        counted="个 行 人 位 元 块 年 月 次 字 条 页 件 张 只 本 名 家 分钟 小时 天 倍 米 公里 公斤 平方 度 岁 万 亿 多 辆"
        " 台 套 间 把 票 分 种 克 吨",
        phones="电话 手机 号码 传真 热线 联系方式 微信 座机",
        calls="急救电话 报警电话 火警电话 热线 报警 急救 火警 拨打 拨 致电 打 呼叫 联系 短信",
        between="或 请 到 电话 了 我 一下 急救",
        after="报警 求助 急救 进行 或 和 就 吧 了 来 并 找 叫 咨询 电话 投诉 热线 寻求",
        extensions="分机号 分机",
        extension="分机",
        letters=pairs("A=A,"),
    ),
    signs=Signs(
        said=pairs("+=加; - −=减; × * · ⋅=乘; ÷ /=除以; = ===等于; ≠ !==不等于; <=小于; >=大于; ≤ <==小于等于;"
                   " ≥ >==大于等于; ±=正负"),
        minus="负", signed="是为于到至约得温值数了天晚上夜晨外低高达降", squared="的平方", cubed="的立方",
        power="的{}次方", root="根号", cube_root="立方根", over="{1}分之{0}", ratio="{0}比{1}", by="乘", score="{0}比{1}",
        out_of="{0}分，满分{1}分", split="{0}比{1}", fixed=pairs("24/7=全天候"),
        pressure="{0}，{1}", pressures="血压 高压",
        results="逆转 晋级 横扫"
        " 赢 胜 输 击败 打败 比分 领先 落后 战平 打平 平局 得分 投票 票数 夺冠 决赛 负于 惨败 大败 结束 告终"
        " 收场",
        result_next="", ratios="比例 赔率 比率 比值 画面 配比 稀释 兑水", ratings="评分 打分 评价 星 分数 得分 评级",
        clocks="",
    ),
    ordinals=Ordinals(digits=lambda number, _: f"第{number}"),
    calendar=Calendar(year_marks=_YEAR_MARKS, day_cues="于 至 到 在 预计 截至 截止 从 自 期", durations="前后历来间多"),
)  # fmt: skip
