from plosive.text.languages.abbreviations import Abbreviations
from plosive.text.languages.language import (
    Calendar,
    Counts,
    Joined,
    Language,
    Ordinals,
    SayAs,
    Sentences,
    Spoken,
    Writes,
    pairs,
)
from plosive.text.languages.number_cues import Cues, Signs

# The numbers before native nouns, from 1 to 99.
_NATIVE = {
    str(10 * tens + ones): (str.split("열 스물 서른 마흔 쉰 예순 일흔 여든 아흔")[tens - 1] if tens else "")
    + (str.split("한 두 세 네 다섯 여섯 일곱 여덟 아홉")[ones - 1] if ones else "")
    for tens in range(10)
    for ones in range(10)
    if tens or ones
} | {"20": "스무"}


def _ordinal(number: int, _: str) -> str:
    return f"{'첫' if number == 1 else _NATIVE.get(str(number), number)} 번째"


def _clock(hour: int, minute: str) -> str:
    said = f"{_NATIVE[str(hour)]} 시" if 1 <= hour <= 12 else f"{hour}시"
    return said if minute == "00" else f"{said} {int(minute)}분"


# Two numbers that follow each other have words of their own: "두세 명".
_NEXT = dict(
    zip(
        (f"{number}{dash}{number + 1}" for dash in "~～-–" for number in range(1, 10)),
        str.split("한두 두세 서너 네다섯 대여섯 예닐곱 일고여덟 여덟아홉 아홉열") * 4,
        strict=True,
    )
)
_NOUNS = (
    "개(?!월|국|년|사|소|조|항|교)|명|살|마리|권|잔|병(?!동|상)|장(?!의|은|에서)|송이|그루|벌|켤레|채|척"
    "|자루|봉지|상자|그릇|공기|접시|곡|편(?!의점)|군데|가지|사람|달(?!러)|배(?=로|가|나|는|의|를|[ .,!?]|$)|쌍"
    "|통(?!로|신)|모금|바퀴|조각|줄|판|곳|건(?!물|강|설|조|축|전지)|차례|끼|세트|박스|캔|컵|스푼|큰술|작은술|숟갈|종류|과목|묶음|다발|시간(?!대)"
)

LANGUAGE = Language(
    name="Korean",
    sentences=Sentences(numbered="ver", dates=True, cut=120),
    abbreviations=Abbreviations(
        before_name="Mr.=미스터; Ms.=미즈; Mrs.=미시즈; Dr.=닥터; Prof.=프로페서; St.=세인트",
        before_number="No. no. NO.=번호; Vol. vol.=볼륨; p. P.=페이지; ver. Ver.=버전; Fig. fig.=그림; Tel. TEL. tel.=전화; "
        "Ch. ch.=챕터; Ep. ep.=에피소드",
        leading="vs. vs VS=대; ex.=예; e.g.=예를 들어; i.e.=즉; cf.=참조; approx.=약",
        anywhere="dept.=부서; (주) ㈜=주식회사; (유)=유한회사; (사)=사단법인; (재)=재단법인",
        closing="etc.=등; Jr.=주니어; Sr.=시니어; Inc.=인크; Co.=컴퍼니; Ltd.=리미티드",
    ),
    spoken=Spoken(
        number="넘버", hashtag="해시태그", approximate=pairs("~ ≈=약"),
        dot="점", slash="슬래시", at="골뱅이", hyphen="하이픈", underscore="밑줄", minus="마이너스",
        point="점", to="에서", below_zero="영하 ", degree="도", percent="{0}퍼센트",
        money=pairs("KRW=원; USD=달러 / 센트; EUR=유로 / 센트; JPY=엔; GBP=파운드; CNY=위안"), currencies={"원": "KRW"},
        clock=_clock, joint="", spaced=False,
        fractions="2분의 1, 3분의 1, 3분의 2, 4분의 1, 4분의 3",
        fractions_after="과 2분의 1, 과 3분의 1, 과 3분의 2, 과 4분의 1, 과 4분의 3",
    ),
    writes=Writes(
        fraction_digits="0 1 2 3 4 5 6 7 8 9",
        not_after="제",
        counts=(
            Counts(
                words={number: f"{word} " for number, word in _NATIVE.items()},
                before=_NOUNS.removesuffix("|시간(?!대)"), span="{0} {2}에서 {1}",
            ),
            # A day, two and three days in hours are said like other numbers.
            Counts(
                words={number: f"{word} " for number, word in _NATIVE.items() if number not in {"24", "48", "72"}},
                before="시간(?![대제])", span="{0} {2}에서 {1}",
            ),
            # The hours of half a day; 13시 to 24시 have other words.
            Counts(
                words={number: f"{word} " for number, word in _NATIVE.items() if int(number) <= 12},
                before="시(?!간|즌|리즈|그마|트|티)", span="{0} {2}에서 {1}",
            ),
            # Times, not the name of a bus: "하루에 3번", but "3번 버스".
            Counts(
                words={number: f"{word} " for number, word in _NATIVE.items()},
                before="번",
                after="시간에 개월에 하루 하루에 매일 주일에 주에 달에 년에 총 모두 벌써 최소 최대 적어도",
            ),
            # Vehicles, not ages (20대) and not "the five big ..." (5대 ...).
            Counts(
                words={number: f"{word} " for number, word in _NATIVE.items() if int(number) % 10},
                before="대(?=[가를는도의로만와랑씩]|[.,!?]|$)|번(?= 더|씩|이나| 이상| 연속| 반복|째)",
            ),
            Counts(
                words={written: f"{words} " for written, words in _NEXT.items()},
                before=f"{_NOUNS}|시(?!간|즌|리즈|그마|트|티)",
            ),
        ),
    ),
    say_as=SayAs(plus="플러스"),
    joined=Joined(
        # Particles and forms of "to be", by the final sound of the noun. Most follow any sound.
        after_any="에서 에게 에게서 에 의 도 만 까지 마저 조차 부터 보다 처럼 같이 만큼 대로 마다 밖에 뿐 들 한테 한테서 께"
        " 께서 하고 커녕 님 씨 입니다 입니까 인데 인가 인지 이다 이고 이며 이면 이지만 이라 이라고 이라는 이라도 이라면"
        " 이든 이든지",
        after_consonant="은 이 을 과 으로 으로서 으로써 으로부터 이나 이란 이랑 이야 이여 아 이에요 이죠 이네요 이군요 이요"
        " 이었다 이었던 이었고 이었습니다 이었어요",
        after_vowel="는 가 를 와 로 로서 로써 로부터 나 란 랑 야 여 요 라 라고 라는 라도 라면 든지 예요 죠 네요 군요"
        " 였다 였던 였고 였습니다 였어요 이에요",
        after_l="로 로서 로써 로부터",
        going_on="은 는 이 가 을 를 의 에 에서 도 만 까지 부터 조차 마저 보다 처럼 와 과 로 으로 께서 에게 요 나 이나 라도"
        " 이라도 입니다",
        # Other particles would match inside other words: "사과" (apple), "지도" (map), "종이" (paper).
        after_syllable="은 는 을 를 에 에서",
    ),
    cues=Cues(
        codes="번호 코드 암호 핀 pin otp 끝자리",
        records="주문 예약 계좌",
        owners="고객님의 귀하의 당신의 회원님의 내 제",
        copulas="은 는 이 가",
        joints="로 을 를",
        counted="명 개 줄 단어 글자 자 페이지 쪽 원 년 월 일 시간 분 초 권 대 마리 잔 병 장 살 점 표 석 실 층 킬로 미터"
        " 그램 퍼센트 만 억 천 회 건 편 곳 배 도",
        phones="고객센터 대표전화 전화 휴대폰 핸드폰 연락처 팩스 번호",
        calls="문의 상담 긴급 전화 걸어 거세요 신고 연락 문자",
        between="또는 에 로 으로 번 번으로 즉시 바로 지금",
        after="에 로 으로 번 을 를 이 가 나 입니다",
        extensions="내선번호 내선",
        extension="내선",
        letters=pairs("A=A,"),
    ),
    signs=Signs(
        said=pairs("+=더하기; - −=빼기; × * · ⋅=곱하기; ÷ /=나누기; = ===은|는; ≠ !==같지 않다; <=작다;"
                   " >=크다;≤ <==작거나 같다; ≥ >==크거나 같다; ±=플러스 마이너스"),
        minus="마이너스", signed="은는", squared="제곱", cubed="세제곱", power="의 {}제곱", root="루트",
        cube_root="세제곱근", over="{1}분의 {0}", ratio="{0} 대 {1}", score="{0} 대 {1}", out_of="{1}점 만점에 {0}점",
        split="{0} 대 {1}", fixed=pairs("24/7=24시간 7일"),
        results="이겼 이기 이긴 졌 졌다 패배 승리 패했 승 스코어 점수 경기 결승 앞서 앞섰 뒤지 비겼 무승부 투표 꺾",
        result_next="로 으로", ratios="비율 배당 비례 축척 화면비 희석", ratings="평점 점수 별점 별 평가",
        sharp="{0} 샵",
    ),
    ordinals=Ordinals(form="plain", digits=_ordinal, marks={"번째": "plain", " 번째": "plain"}),
    calendar=Calendar(
        # Not the first syllable of a word: "3시리즈", "5시즌", "2시간".
        native_hours=r"(?<![0-9.,:/])(?P<hour>1[0-2]|[1-9])(?=시(?![가-힣])|시(?:에|부터|까지|쯤|경|반|이|가|를|는|로|와|과|도|만|면|정각|예요|입니다|이에요"
        r"|인데|이고|라고|전|후))",
    ),
)  # fmt: skip
