"""Words in capitals: a text in capitals, and acronyms that are said or spelled."""

import pytest

from plosive.text.reading import Reading


def said(language: str, text: str) -> str:
    return " ".join(span.text for span in Reading(language).segment(text).spans)


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "WE DID NOT SEE IT.", "we did not see it."),
        ("en", "DON'T GIVE US A BREAK NOW!", "don't give us a break now!"),
        ("en", "I SAW THE USA AND WORLD WAR II.", "I saw the USA and world war 2."),
        ("en", "Type the PIN, then two PINs.", "Type the pin, then two pins."),
        ("en", "The ETA is near.", "The E.T.A is near."),
        ("de", "DAS IST EIN GROSSER TAG.", "das ist ein grosser tag."),
        ("de", "Die PIN für die SIM", "Die pin für die sim"),
        ("fr", "C'EST L'ÉTÉ ET IL FAIT CHAUD.", "c'est l'été et il fait chaud."),
        ("fr", "Le PIN de l'ONU", "Le pin de l'onu"),
        ("es", "ES UN DÍA MUY LARGO.", "es un día muy largo."),
        ("es", "El PIN y el IVA", "El pin y el iva"),
        ("it", "È UN GIORNO MOLTO LUNGO.", "è un giorno molto lungo."),
        ("pt", "É UM DIA MUITO LONGO.", "é um dia muito longo."),
        ("nl", "DIT IS EEN LANGE DAG.", "dit is een lange dag."),
        ("pl", "TO JEST W DOMU DZIŚ.", "to jest w domu dziś."),
        ("pl", "Mój PIN i NIP", "Mój pin i nip"),
        ("ru", "ЭТО ОЧЕНЬ ВАЖНО ДЛЯ США.", "это очень важно для США."),
        ("ru", "Это ПИН и ВУЗ", "Это пин и вуз"),
        ("tr", "BU ÇOK UZUN GÜN.", "bu çok uzun gün."),
        ("tr", "RAHATSIZ ETMEYİN, İZİN VERİLMEZ!", "rahatsız etmeyin, izin verilmez!"),
        ("tr", "PIN kodu", "pin kodu"),
        ("el", "ΑΥΤΟ ΕΙΝΑΙ ΕΝΑ ΚΕΙΜΕΝΟ.", "αυτο ειναι ενα κειμενο."),
    ],
)
def test_capitals_are_said_as_words_or_spelled(language: str, text: str, words: str) -> None:
    assert said(language, text) == words


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "STOP IT NOW!"), ("en", "The IT crowd met NASA in LA."),
        ("en", "Plan B, by I B Smith"), ("en", "He has an ID and a PINT."),
        ("en", "US"), ("en", "AT&T and R&D at @PIN"), ("en", "WE DID not SEE IT."), ("en", "Use GIFT and SIMS."),
        ("de", "Der ICE hält."), ("de", "WIR SIND DA."), ("de", "Die PINNE und DINO"),
        ("fr", "Le TGV part."), ("fr", "ON Y VA."), ("fr", "Une OVNI et la SNCF"),
        ("es", "La ONCE y la OTAN"), ("es", "VAMOS YA."), ("es", "El IVAN"),
        ("it", "La NATO e la RAI"), ("it", "ANDIAMO ORA."), ("it", "Le PINNE"),
        ("pt", "A OTAN e a ONU"), ("pt", "VAMOS JÁ."), ("pt", "O SIMA"),
        ("nl", "De NAVO en KLM"), ("nl", "WE GAAN."), ("nl", "De PINDA"),
        ("pl", "To NATO i PKP"), ("pl", "JEST DOBRZE."), ("pl", "Ten PITA"),
        ("ru", "Это НАТО и РФ"), ("ru", "МЫ ТУТ."), ("ru", "Это МИДИИ"),
        ("tr", "Bu NATO ve TRT"), ("tr", "GEL BURAYA."), ("tr", "Bu SIMA"),
        ("zh", "这是 PINX 和 NASA"), ("ar", "هذا NASA"), ("hi", "यह NASA है"),
    ],
)  # fmt: skip
def test_other_capitals_stay(language: str, text: str) -> None:
    assert said(language, text) == text
