"""Words that come slowly are cut into the same segments as the whole text."""

import re

import pytest

from plosive.protocol.waiting_text import WaitingText, Waits
from plosive.text.front_end import front_end

# Five texts each of eight languages, with the segments divided by "|".
TEXTS = {
    "en": """
        Dr. Lee is on call tonight. | Ask for her at the desk.
        We sell tools, e.g. Swiss knives. | Come in! | We are open.
        No. 7 is mine. | The U.S. Army left at 5 p.m. on Jan. 3 and so on.
        "Stop!" he said. | She read it (all of it!) and laughed.
        It costs $3.50, approx. 4 euros. | Mr. and Mrs. Hall paid... and left.
    """,
    "de": """
        Dr. Weber kommt am 3. Mai nach Bonn. | Alle freuen sich.
        Wir brauchen z. B. Schrauben, d. h. Metall usw. für den Bau. | Danke!
        Das kostet ca. 40 Euro. | Nr. 5 ist ausverkauft.
        „Halt!“, rief er. | Prof. Dr. Kern blieb stehen.
        Am 24. Dezember ist Weihnachten. | Kommst du um 18.30 Uhr?
    """,
    "fr": """
        M. Dupont est parti hier. | Mme Martin reste ici.
        « Attends ! » cria-t-il. | Personne ne répondit.
        Voir p. 12 et art. 5 du code. | C'est tout.
        Le Dr. Morel arrive à 8 h. | Tu viens ?
        Il y a du pain, du lait, etc. dans le sac. | Merci beaucoup !
    """,
    "es": """
        El Sr. García vive aquí. | La Sra. López también.
        ¡Hola! | ¿Qué tal estás? | Yo estoy bien.
        Los EE. UU. firmaron el acuerdo. | Nadie lo esperaba.
        Lee la pág. 20 del libro. | Es muy bueno.
        Compré pan, leche, etc. en la tienda. | Fue barato.
    """,
    "it": """
        Il dott. Rossi arriva alle 9. | Aspettiamolo qui.
        Il sig. Bianchi è uscito. | Torna domani!
        Vedi pag. 3 e fig. 2 del testo. | È chiaro?
        Porta pane, vino, ecc. per la cena. | Grazie mille.
        «Basta!» gridò lei. | Nessuno parlava più.
    """,
    "nl": """
        Dhr. Jansen komt om 10 uur. | Hij is nooit te laat.
        Neem bijv. een appel mee. | Dat is gezond!
        Prof. de Vries woont op nr. 12 in Delft. | Ken je hem?
        Het kost ca. 30 euro. | Dat is niet veel.
        "Kom binnen!" riep ze. | De deur stond open.
    """,
    "pl": """
        Prof. Nowak mieszka w Krakowie. | Uczy fizyki.
        Kup np. chleb i mleko. | Wrócę wieczorem.
        Dr Kowalski ma nr 5. | Zaraz wróci!
        To było w 1995 r. w Gdańsku. | Pamiętasz?
        Mamy jabłka, gruszki itd. w koszu. | Weź jedno.
    """,
    "zh": """
        你好！ | 今天天气很好。 | 我们去公园吧。
        “快走！”他说。 | 没有人回答。
        价格是3.5元。 | 太便宜了！
        他来了吗？ | 我不知道。
        我叫李华。 | 我住在北京市。
    """,
}
CASES = [
    (language, text.strip().split(" | ")) for language, texts in TEXTS.items() for text in texts.strip().splitlines()
]


def segments_of_words(language: str, words: list[str], gap_s: float) -> list[str]:
    """The segments of words that come `gap_s` apart. The clock moves from one deadline to the next."""
    text, now, segments = WaitingText(lambda: front_end(language), Waits()), 0.0, list[str]()

    def take() -> None:
        while segment := text.next_segment():
            segments.append(segment.text)

    for word in words:
        assert text.add(word, now)
        next_at = now + gap_s
        text.read(now)
        take()
        while (deadline := text.deadline) is not None and deadline < next_at:
            now = max(now, deadline)
            text.read(now)
            take()
        now = next_at
    text.flush()
    while text:
        text.read(now)
        take()
    return segments


@pytest.mark.parametrize("gap_ms", [60, 120, 190])
@pytest.mark.parametrize(("language", "segments"), CASES, ids=[" ".join(segments)[:24] for _, segments in CASES])
def test_slow_words_are_cut_as_the_whole_text(language: str, segments: list[str], gap_ms: int) -> None:
    is_spaced = language != "zh"
    text = (" " if is_spaced else "").join(segments)
    whole = front_end(language)
    assert [segment.text for segment in whole.feed(text) + whole.flush()] == segments
    for words in (r"\S+\s*", r"\s*\S+") if is_spaced else (".", "..?", r"\W*\w*"):
        assert segments_of_words(language, re.findall(words, text), gap_ms / 1000) == segments


def test_there_are_forty() -> None:
    assert len(CASES) == 40
