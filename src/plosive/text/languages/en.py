from plosive.text.languages.language import Joined, Language, SayAs, Sentences, Signs, Spoken, pairs


def _ordinal(number: int, _: str) -> str:
    """Return the number with its ending, which espeak-ng reads well: "21st"."""
    if number // 10 % 10 == 1:
        return f"{number}th"
    return f"{number}{({1: 'st', 2: 'nd', 3: 'rd'}).get(number % 10, 'th')}"


def _clock(hour: int, minute: str) -> str:
    if minute == "00":
        return f"{hour} o'clock" if 0 < hour <= 12 else f"{hour} hundred" if hour else ""
    return f"{hour} oh {minute[1]}" if minute[0] == "0" and hour else ""


def _date(order: str, day: int, month: str, year: str) -> str:
    if len(year) == 2 and year[0] == "0":
        year = f"oh {year[1]}"
    said_day = _ordinal(day, "")
    if "m" not in order:
        return year if "d" not in order else f"{said_day}, {year}" if year else said_day
    if "d" not in order:
        return f"{month} {year}".strip()
    if order.index("d") < order.index("m"):
        return f"{said_day} of {month} {year}".strip()
    return f"{month} {said_day}, {year}" if year else f"{month} {said_day}"


def _time(hour: int, minute: str, half: str, seconds: str) -> str:
    said = [str(hour)]
    if minute != "00":
        said.append(f"oh {minute[1]}" if minute[0] == "0" else minute)
    elif not half:
        said.append("o'clock" if hour <= 12 else "hundred")
    if half:
        said.append(f"{half.upper()}M")
    return " ".join([*said, f"and {seconds}"] if seconds else said)


def _fraction(count: int, parts: int) -> str:
    """Return words for denominators up to twelve; larger ones are joined by "over"."""
    names = str.split("half third quarter fifth sixth seventh eighth ninth tenth eleventh twelfth")
    if not 2 <= parts <= len(names) + 1:
        return f"{count} over {parts}"
    name = names[parts - 2]
    return f"{count} {name if count == 1 else 'halves' if name == 'half' else f'{name}s'}"


LANGUAGE = Language(
    name="English",
    sentences=Sentences(
        titles="e.g i.e cf viz p.s",
        words="appt apt assn assoc ave blvd bldg dist div ed eds eg ft hwy ie incl jan feb mar jul aug sep sept oct nov dec"
        " misc mon tue tues wed thu thur thurs fri sat sun pl rd univ vs apr jun",
        proper="sen gen rep hon rev gov col fr mt pres jan feb mar apr jun jul aug sep oct nov dec mon tue wed thu fri sat"
        " sun ed pl",
        numbered="approx temp min lb lbs oz hr hrs mph gal ext tel sq apr jun max ave rm tbsp tsp",
        enders="am pm ad bc usa", timed="a.m p.m",
        openers="after around at before between by from on since till until",
        clocked="monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun"
        " january february march april may june july august september october november december eastern central mountain"
        " pacific greenwich et est edt ct cst cdt mt mst mdt pt pst pdt gmt utc bst cet cest ist jst",
        labelled="an answer appendix class grade group hepatitis letter option part plan step team type version vitamin",
        pronoun="I",
        starters="a after all also although an and another are as at because before but can did do does each every everyone"
        " for from had has have he her here his how however i i'd i'll i'm i've if in is it it'll it's its let's many may"
        " maybe meanwhile more most my no nobody not now of on once one or our perhaps please she should since so some"
        " someone sometimes still such that that's the their then there there's these they they're this those thus to today"
        " tomorrow under unfortunately until we we'll we're we've were what what's when where which while who whose why will"
        " with would yes yesterday yet you you're your add adjust ask besides both bring choose click consider either enter"
        " even finally furthermore get give go hence imagine instead just keep later lastly let likewise make moreover next"
        " nor often ok okay otherwise put remember run see similarly start stir take thank thanks try turn unlike use"
        " usually visit wait well write",
    ),
    spoken=Spoken(
        written_out=pairs(
            "Mr=Mister; Ms=Miz; Dr=Doctor / Drive; Prof=Professor; St=Saint / Street; Gen=General; Col=Colonel; Lt=Lieutenant;"
            "Capt=Captain; Sgt=Sergeant; Maj=Major; Cmdr=Commander; Adm=Admiral; Rev=Reverend; Fr=Father; Hon=Honorable;"
            "Gov=Governor; Sen=Senator; Rep=Representative; Pres=President; Supt=Superintendent; Mt=Mount; Ft=Fort; Jr=Junior;"
            "Sr=Senior; vs Vs=versus; approx Approx=approximately; Ave=Avenue / Avenue; Blvd=Boulevard / Boulevard;"
            "Rd=Road / Road; Hwy=Highway; Apt=Apartment; Fig fig=figure; Vol vol=volume; ext Ext=extension"
        ),
        to="to", number="number", numbered="No. Nos.", hashtag="hashtag",
        symbols=pairs("<=less than; >=greater than"), approximate=pairs("~ ≈=about"), clock=_clock,
        fractions="one half, one third, two thirds, one quarter, three quarters",
        fractions_after="and a half, and a third, and two thirds, and a quarter, and three quarters",
        money=pairs("USD=dollar dollars / cent cents; EUR=euro euros / cent cents; GBP=pound pounds / penny pence; JPY=yen; "
                    "INR=rupee rupees / paisa paise; CNY=yuan / fen; RUB=ruble rubles; KRW=won"),
        each=pairs("mo=per month; yr=per year; wk=per week; user=per user; person=per person; seat=per seat; night=per night"),
        scales=pairs("thousand k K=thousand; million mn m M=million; billion bn b B=billion; trillion tn T=trillion; "
                     "crore=crore; lakh=lakh"),
        romans="named", regnal="the", ordinal=_ordinal, ordinal_days=True,
        describing="a an another each every one two three four five six ten",
        going_on="and as at by each for from if in into is it of off on or per than that the to was when with you",
        parts_of_units=True, stopped_units="in", per="per",
    ),
    say_as=SayAs(
        signs={
            "-": "dash", ".": "dot", "@": "at", "_": "underscore", "/": "slash", "\\": "backslash", "#": "hash", "+": "plus",
            "*": "star", "&": "ampersand", "%": "percent", "!": "exclamation mark", "?": "question mark", ":": "colon",
            ";": "semicolon", ",": "comma", "'": "apostrophe", '"': "quote", "=": "equals", "$": "dollar", "~": "tilde",
            "^": "caret", "|": "bar", "<": "less than", ">": "greater than", "(": "open bracket", ")": "close bracket",
            "[": "open bracket", "]": "close bracket", "{": "open brace", "}": "close brace",
        },
        plus="plus", extension="extension", gaps=", _", month_first=True, last_joined_by=" and ",
        date=_date, time=_time, fraction=_fraction,
    ),
    joined=Joined(
        contracted="i you he she it we they that this these those there here what who where when why how let one o y ma ol ne",
    ),
    signs=Signs(
        said=pairs("+=plus; - −=minus; × * · ⋅=times; ÷ /=divided by; = ===equals; ≠ !==does not equal; <=less than;"
                   " >=greater than;≤ <==less than or equal to; ≥ >==greater than or equal to; ±=plus or minus"),
        minus="minus", squared="squared", cubed="cubed", power="to the power of {}", root="the square root of",
        cube_root="the cube root of", over="{0} over {1}", ratio="{0} to {1}", score="{0} to {1}",
        out_of="{0} out of {1}", fixed=pairs("24/7=24 7; 9/11=9 11; 20/20=20 20"),
        results="won win wins winning lost lose loses losing beat beats beaten beating lead leads led leading score"
        " scores scored scoreline final finals finished vote votes voted victory defeat* tie tied draw drew trail*"
        " thrashed crushed upset game games match playoff* halftime overtime passed ahead record decision ruling",
        result_next="at in against over on to and after by with from for but as when while before then tonight today"
        " yesterday",
        ratios="odds ratio ratios scale scaled aspect mix mixed proportion* dilut* gear leverage outnumber*",
        ratings="rated rate rating ratings score scores scored star stars review* grade* points recommend give gives"
        " gave get got",
        shares="of", clocks="at by until till before after around about from since to",
        verses="genesis exodus leviticus psalm psalms proverbs isaiah matthew mark luke john acts romans corinthians"
        " ephesians hebrews james revelation verse deuteronomy numbers joshua judges ruth samuel kings chronicles"
        " ezra nehemiah esther job ecclesiastes jeremiah lamentations ezekiel daniel hosea joel amos jonah micah"
        " nahum habakkuk haggai zechariah malachi galatians philippians colossians thessalonians timothy titus"
        " philemon peter jude surah quran",
    ),
)  # fmt: skip
