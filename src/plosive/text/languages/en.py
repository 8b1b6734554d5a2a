from plosive.text.languages.abbreviations import Abbreviations, Acronyms
from plosive.text.languages.language import (
    Calendar,
    Joined,
    Language,
    Measures,
    Numerals,
    Ordinals,
    SayAs,
    Sentences,
    Spoken,
    pairs,
)
from plosive.text.languages.number_cues import Cues, Signs


def _ordinal(number: int, _: str = "") -> str:
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
    said_day = _ordinal(day)
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
        titles="p.s",
        words="apt dist div ed eds eg ie jan feb mar jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat"
        " sun apr jun",
        proper="sen gen rep hon rev gov col fr mt pres jan feb mar apr jun jul aug sep oct nov dec mon tue wed thu fri sat"
        " sun ed pl pt ft",
        numbered="ft lb lbs oz mi hr hrs apr jun tbsp tsp",
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
    abbreviations=Abbreviations(
        before_name="Mr. mr.=Mister; Ms. ms.=Miz; Dr. dr.=Doctor; Drs.=Doctors; Prof. prof.=Professor; Profs.=Professors; "
        "St.=Saint; Sts.=Saints; Gen.=General; Col.=Colonel; Lt.=Lieutenant; Capt.=Captain; Sgt.=Sergeant; Maj.=Major; "
        "Cmdr. Cdr.=Commander; Adm.=Admiral; Cpl.=Corporal; Pvt.=Private; Brig.=Brigadier; Rev.=Reverend; Fr.=Father; "
        "Msgr.=Monsignor; Hon.=Honorable; Rt.=Right; Gov.=Governor; Sen.=Senator; Sens.=Senators; Rep.=Representative; "
        "Reps.=Representatives; Pres.=President; Supt.=Superintendent; Det.=Detective; Insp.=Inspector; Amb.=Ambassador; "
        "Atty.=Attorney; Mt.=Mount; Mts.=Mountains; Ft.=Fort; Pt.=Point",
        directions=pairs("N=North; S=South; E=East; W=West; NE=Northeast; NW=Northwest; SE=Southeast; SW=Southwest"),
        highways="I US SR Hwy Highway Route Rte Interstate",
        states=pairs("DC=DC; AL=Alabama; AK=Alaska; AZ=Arizona; AR=Arkansas; CA=California; CO=Colorado; CT=Connecticut;"
                     " DE=Delaware;"
                     " FL=Florida; GA=Georgia; HI=Hawaii; ID=Idaho; IL=Illinois; IN=Indiana; IA=Iowa; KS=Kansas; KY=Kentucky;"
                     " LA=Louisiana; ME=Maine; MD=Maryland; MA=Massachusetts; MI=Michigan; MN=Minnesota; MS=Mississippi;"
                     " MO=Missouri; MT=Montana; NE=Nebraska; NV=Nevada; NH=New Hampshire; NJ=New Jersey; NM=New Mexico;"
                     " NY=New York; NC=North Carolina; ND=North Dakota; OH=Ohio; OK=Oklahoma; OR=Oregon; PA=Pennsylvania;"
                     " PR=Puerto Rico; RI=Rhode Island; SC=South Carolina; SD=South Dakota; TN=Tennessee; TX=Texas; UT=Utah;"
                     " VT=Vermont; VA=Virginia; WA=Washington; WV=West Virginia; WI=Wisconsin; WY=Wyoming"),
        towns_alone="AK AZ AR CA FL GA IL IA KS KY MN MO NV NH NJ NM NY NC ND RI SC SD TN TX UT VT VA WA WV WI WY",
        before_number="exp.=expires; dep.=departs; arr.=arrives; ref.=reference; Wt.=weight; Ht.=height; "
        "vit.=vitamin; c.=circa; "
        "No. no.=number; Nos. nos.=numbers; p.=page; pp.=pages; fig.=figure; figs.=figures; vol.=volume; "
        "vols.=volumes; ch. chap.=chapter; chs. chaps.=chapters; sec. sect.=section; secs. sects.=sections; eq.=equation; "
        "art.=article; arts.=articles; para.=paragraph; ver.=version; ep.=episode; ext.=extension; Op. op.=opus; "
        "qty.=quantity; opt.=option; Fl.=floor; "
        "Rev. rev.=revision; est.=established; temp.=temperature; tel.=telephone; Rte. Rte=Route; "
        "Apt. Apt apt.=apartment; Ste. Ste=Suite; rm. Rm=room; bldg. Bldg=building; Hwy. Hwy=Highway",
        before_amount="max. Max.=maximum; min. Min.=minimum; avg. Avg.=average; est. Est.=estimated; ca. Ca.=circa",
        after_number="ea.=each; yr. yr yrs. yrs=year/years; wk. wk wks. wks=week/weeks; mo. mos. mos=month/months; "
        "pc. pcs. pcs=piece/pieces; pts. pts=point/points; doz.=dozen; mins. mins=minute/minutes; secs. secs=second/seconds; "
        "y/o=year-old; c.=cup/cups; lg.=large; sm.=small; pkg. pkgs.=package/packages",
        after_street="St. St=Street; Ave. Ave=Avenue; Blvd. Blvd=Boulevard; Rd. Rd=Road; Ln. Ln=Lane; Dr. Dr=Drive; "
        "Pl. Pl=Place; Ct. Ct=Court; Hwy. Hwy=Highway; Pkwy. Pkwy=Parkway; Sq.=Square; Ter.=Terrace; Cir. Cir=Circle; "
        "Bldg.=Building; fl. Fl=floor; Expy.=Expressway; Fwy.=Freeway",
        leading="ref.no.=reference number; acct.no.=account number; no.of=number of; no.is=number is; vs. vs=versus; "
        "cf.=compare; viz.=namely; "
        "w/=with; w/o=without; b/c=because; b/w=between; "
        "a.k.a.=also known as; c/o=care of; attn.=attention; esp.=especially; e.g.=for example; i.e.=",
        anywhere="incl.=including; excl.=excluding; dept.=department; govt.=government; assn. assoc.=association; "
        "univ.=university; misc.=miscellaneous; intl.=international; natl.=national; mgr.=manager; asst.=assistant; "
        "mgmt.=management; appt. appt=appointment; avail.=available; acct. Acct.=account; Bros.=Brothers; "
        "approx.=approximately; "
        "bal.=balance; CO2=C O 2; SpO2=S P O 2; YoY=year over year; QoQ=quarter over quarter; MoM=month over month; "
        "PRN=as needed; q4h=every 4 hours; q6h=every 6 hours; q8h=every 8 hours; q12h=every 12 hours; "
        "q4-6h=every 4 to 6 hours; q6-8h=every 6 to 8 hours; QHS qhs=at bedtime; pls plz=please; thx=thanks; tmrw=tomorrow",
        after_name="Jr. Jr=Junior; Sr. Sr=Senior; Esq.=Esquire; Inc.=Incorporated; Ltd.=Limited; Corp.=Corporation; "
        "Co.=Company",
        closing="Ph.D.=PhD; b.i.d.=twice a day; t.i.d.=three times a day; q.i.d.=four times a day; p.r.n.=as needed",
        articles="a an another",
    ),
    acronyms=Acronyms(
        said="PIN RAM ROM SIM LAN WAN CAD CAM ZIP GIF SWOT MIDI HUD VIN SKU PAC DOS WIC",
        spelled="ETA APR AKA YMCA YWCA ACLU AARP USPS FDIC ICBM COPD IMEI IEP ASMR USMC IMDB ODBC EEOC ACLS FWIW ICYMI",
        kept="USA UK UN EU UAE UFO AI API URL ATM FAQ IQ ID CEO CIA FBI ICU EKG ISO EPA IPO LED VIP NYC ETF"
        " AWS SEO UX OTP MIT IOU",
    ),
    spoken=Spoken(
        between=pairs("between=and"),
        to="to", number="number", hashtag="hashtag",
        approximate=pairs("~ ≈=about"), clock=_clock,
        fractions="one half, one third, two thirds, one quarter, three quarters",
        fractions_after="and a half, and a third, and two thirds, and a quarter, and three quarters",
        money=pairs("USD=dollar dollars / cent cents; EUR=euro euros / cent cents; GBP=pound pounds / penny pence; JPY=yen; "
                    "INR=rupee rupees / paisa paise; CNY=yuan / fen; RUB=ruble rubles; KRW=won"),
        each=pairs("share=per share; item=per item;"
                   " mo=per month; yr=per year; wk=per week; user=per user; person=per person; seat=per seat; night=per"
                   " night; adult=per adult; child=per child; kid=per kid; guest=per guest; ticket=per ticket; room=per room;"
                   " unit=per unit; visit=per visit; class=per class"),
        scales=pairs("thousand k K=thousand; million mil mn m M=million; billion bn b B=billion; trillion tn T=trillion; "
                     "crore=crore; lakh=lakh"),

        describing="a an another each every one two three four five six ten my your his her our their the this that",
        going_on="after ago alone before between down left north only out right south tall up who and are"
        " as at away by daily each for from had has have he i if in into is it less more of off on or per"
        " she than that the they to today total until was we were when while will with yesterday you",
        parts_of_units=True, stopped_units="in", per="per", dotted="point",
        unit_symbols=pairs("Tbsp=volume-tablespoon; mcg=mass-microgram; yds=length-yard; "
                           "gals=volume-gallon; qts=volume-quart; kgs=mass-kilogram; mins=duration-minute; "
                           "secs=duration-second; "
                           "wks=duration-week; yr=duration-year; wk=duration-week; mAh=electric-milliampere-hour"),
        units={"electric-milliampere-hour": "{0} milliamp hours"},
    ),
    measures=Measures(
        timing="for wait every within after takes took lasts lasted in about",
        dimensions="long wide tall high deep thick",
        heated="oven preheat heat bake roast cook temp temps temperature temperatures fever thermostat heated baked internal",
        heights="tall high long wide deep height stands stood standing measures measured man woman guy boy girl player /"
                " ceiling ceilings ladder fence wall pole hedge",
        magnitudes=pairs("k K=thousand; m M mn=million; bn b B=billion"),
        counted_apart="people users customers followers subscribers views downloads viewers visitors listeners readers"
        " members residents inhabitants citizens voters tourists passengers players jobs homes copies votes refugees",
        metres="long wide tall high deep thick away apart above below across down ahead behind from radius diameter / race"
        " sprint dash hurdles relay final finals swim pool freestyle butterfly cable rope wall fence pole",
        # Words of plural nouns, alone or after an adjective. A race and a length have a plural noun too.
        counted=r"(?:(?:active|more|new|monthly|daily|weekly|unique|extra|other|paying|registered|young|old|loyal|paid|free"
        r"|of the|global|total|annual|real|human) )?(?:people|men|women|children|(?!(?:is|was|has|this|plus|its|as|us|does|less"
        r"|across|always|perhaps|versus|towards|besides|yes|races|runs|runners|sprints|relays|finals|hurdles|swims|dashes|tracks|pools|waves"
        r"|cables|ropes|walls|poles|boards|planks|strips|lengths|intervals|models|pencils|times|tests|pass|class|loss|guess|access|miss"
        r"|process|business|address)\b)[a-z]{2,20}s)",
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
    ordinals=Ordinals(form="plain", known=9999, digits=_ordinal, day=pairs("=plain")),
    calendar=Calendar(
        weekday_joints=pairs("to=to; and &=and"),
        short_weekdays=True, months=pairs("Sept=9"), weekdays=pairs("Tues=1; Weds=2; Thur Thurs=3"),
        month_before_day=True, words="march may", weekday_times="at only",
        day_letters={"M": 0, "Tu": 1, "T": 1, "W": 2, "Th": 3, "F": 4, "Sa": 5, "Su": 6},
        day_letter_cues="open hours schedule available closed weekdays every class classes meets",
        after_date="and are as at because before but by for from has have he i i'd i'll i'm if in instead is it it's my of on"
                   " or our please she so that the they this through to until was we we'll were when where which while will"
                   " with works would you you'll your",
        day_cues="on by since due starting effective available avail",
        day_nouns="deadline date birthday anniversary appointment expiration",
        alone_after="in since by until till last next other this of early late mid on every from each between through to"
                    " and or",
        expiry="exp valid good", paired_years=True, spans="and to or", year_eras="BC AD BCE CE",
        year_cues="in since by until till of from around circa c ca late early mid year before after between during"
                  " spring summer autumn fall winter born est established founded the",
        year_words="year years", year_openers="was is saw brought marked began",
        counted="people men women children percent feet miles words dollars times fish sheep meter metre metres km hours"
                " more less fewer or pounds euros euro pound dollar foot mile gram word page",
        decades={"y": "ies", "": "s"}, decade_mark="['’]?s",
        decade_cues="the early late mid his her their my your our its low high upper in",
        half_letters=pairs("a=AM; p=PM"), hour_names="noon midnight close closing",
        halves={"a.m.": "AM", "p.m.": "PM", "A.M.": "AM", "P.M.": "PM"},
    ),
    numerals=Numerals(
        alone="named", endings="th|st|nd|rd", nouns=pairs("century centuries=plain"), article=pairs("=the plain"),
        rulers="Alexander Benedict Catherine Charles Christian Christina Clement Constantine Edward Elizabeth Ferdinand"
               " Francis Frederick George Gregory Gustav Henry Innocent Isabella Ivan James John Juan Julius Leo Leopold"
               " Louis Ludwig Margaret Mary Maximilian Murad Napoleon Nicholas Otto Paul Pedro Peter Philip Pius Ptolemy"
               " Ramesses Ramses Richard Rudolf Selim Urban Victoria Wilhelm William",
        cues="version release build revision firmware"
        " chapter ch part act scene volume vol book phase stage section article title appendix war bowl class grade"
             " type level round episode tier unit mark psalm category",
        war="world war",
        not_after_one="know am have think want like liked love mean guess believe saw read wrote learned studied met knew",
        after_one="of in is has begins ends covers shows error errors trial trials",
    ),
    cues=Cues(
        codes="ref._no flight voucher coupon token id combination username last_four last_four_digits last_4"
        " last_4_digits last_digits vin license_plate"
        " plate_number pnr locator sku *code pin otp passcode password passphrase cvv cvc captcha zip zip_code postcode"
        " postal_code ssn",
        typed="enter",
        records="acct badge item lot batch part model meeting conference patient prescription locker account booking card case"
        " claim confirmation contract customer delivery employee invoice loan license member membership order parcel passport"
        " plate policy reference reservation routing serial shipment social_security subscription tax ticket tracking"
        " transaction",
        numbers="number no num id reference ref #",
        owners="your my his her our their the this",
        copulas="isn't is_not will_be as is was are",
        joints="to",
        endings="ending_in ends_in ending_with ends_with ending", ones="one ones cards accounts",
        counted="friends people persons men women children users customers clients lines words characters digits letters"
        " pages pieces items copies files units times points boxes books rooms seats guests chairs houses employees"
        " workers students members calls messages orders tickets votes stars steps bugs errors entries rows accounts"
        " others more residents visitors passengers pizzas species cars shares",
        phones="phone telephone tel cell mobile fax whatsapp hotline helpline landline my_number your_number our_number"
        " his_number her_number their_number number_is contact_number contact reach",
        calls="emergency call calls called calling send dial dials dialed dialing ring text texting fax phone sms",
        between="an police ambulance or the me us at up on our my him her your them to this number emergency",
        after="please quickly today tonight soon often twice about because immediately right straight directly first"
        " instead again anytime whenever toll using within",
        extensions=r"ext\.? extn\.? extension",
        extension="extension",
        letters=pairs("A=A,"),
    ),
    signs=Signs(
        said=pairs("+=plus; - −=minus; × * · ⋅=times; ÷ /=divided by; = ===equals; ≠ !==does not equal; <=less than;"
                   " >=greater than;≤ <==less than or equal to; ≥ >==greater than or equal to; ±=plus or minus"),
        heart=pairs("i we they=love"), loved="you u it this that him her them me",
        compared="is are was were be if when with of at or and below under score pain level",
        minus="minus", squared="squared", cubed="cubed", power="to the power of {}", root="the square root of",
        cube_root="the cube root of", over="{0} over {1}", ratio="{0} to {1}", score="{0} to {1}", by="by",
        out_of="{0} out of {1}", fixed=pairs("24/7=24 7; 9/11=9 11; 20/20=20 20; 401(k) 401k 401K=4 oh 1 K; 403(b)=4 oh 3 B"),
        times="time times", times_next="a as bigger cheaper daily faster higher larger less longer lower monthly more per since"
        " slower smaller the this weekly yearly",
        keys=pairs("#=hash; #US #CA=pound; *=star"), pressing="press pressing hit dial dialing enter push type tap key",
        steps=pairs("step page part question slide level={0} of {1}"),
        pressure="{0} over {1}", pressures="pressure bp systolic hypertension",
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
