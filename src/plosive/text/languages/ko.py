from plosive.text.languages.language import Joined, Language, SayAs, Sentences, Signs, Spoken, pairs

_COUNTS = str.split("첫 두 세 네 다섯 여섯 일곱 여덟 아홉 열")

LANGUAGE = Language(
    name="Korean",
    sentences=Sentences(numbered="ver", dates=True, cut=120),
    spoken=Spoken(
        number="넘버", hashtag="해시태그", approximate=pairs("~ ≈=약"),
        dot="점", slash="슬래시", at="골뱅이", hyphen="하이픈", underscore="밑줄", minus="마이너스",
        clock=("{h}시", "{h}시 {m}분"), joint="", spaced=False,
        ordinal=lambda number, _: f"{_COUNTS[number - 1] if 0 < number <= 10 else number} 번째",
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
    signs=Signs(
        said=pairs("+=더하기; - −=빼기; × * · ⋅=곱하기; ÷ /=나누기; = ===은|는; ≠ !==같지 않다; <=작다;"
                   " >=크다;≤ <==작거나 같다; ≥ >==크거나 같다; ±=플러스 마이너스"),
        minus="마이너스", signed="은는", squared="제곱", cubed="세제곱", power="의 {}제곱", root="루트",
        cube_root="세제곱근", over="{1}분의 {0}", ratio="{0} 대 {1}", score="{0} 대 {1}", out_of="{1}점 만점에 {0}점",
        split="{0} 대 {1}", fixed=pairs("24/7=24시간 7일"),
        results="이겼 이기 이긴 졌 졌다 패배 승리 패했 승 스코어 점수 경기 결승 앞서 앞섰 뒤지 비겼 무승부 투표 꺾",
        result_next="로 으로", ratios="비율 배당 비례 축척 화면비 희석", ratings="평점 점수 별점 별 평가",
        range="에서 ", sharp="{0} 샵",
    ),
)  # fmt: skip
