"""The playground in a real browser: what it sounds like, and what it says when something is wrong."""

import json
import re
from pathlib import Path

import httpx
import pytest

from playground.browser import retry
from playground.chromium import Chromium, Page
from playground.pages import TEXT, opened, spoken
from plosive_server import PlosiveServer

FILES = Path(__file__).parents[2] / "src/plosive/web/playground"


def shows(page: Page, kind: str) -> str:
    """The part of the text that is shown as heard, now, sent or ghost."""
    return str(page.run(f"[...document.querySelectorAll('#layer > .{kind}')].map((part) => part.textContent).join('')"))


@pytest.mark.parametrize(
    "settings", ["&llm=false", "&llm=false&format=mulaw&rate=8000", "&llm=false&format=alaw&rate=8000"]
)
def test_a_text_is_heard_whole(chromium: Chromium, server: PlosiveServer, settings: str) -> None:
    page = opened(chromium, server, "The kettle whistles. Then we have tea.", settings)
    page.click("#speak")
    page.until_text("#status", "Finished.")
    heard = page.heard()
    whole, sounding = spoken(server, "The kettle whistles. Then we have tea.")
    assert 0.85 * sounding < heard.seconds < 1.15 * whole
    assert 0.2 < heard.peak <= 1
    assert 0 <= int(page.text("#first")) < 2000
    assert page.text("#sentences") == "2"
    assert float(page.text("#seconds").split()[0]) == pytest.approx(whole, abs=0.11)
    assert shows(page, "heard") == "The kettle whistles. Then we have tea."
    assert page.faults() == []


def test_a_text_with_nothing_to_say_is_told(chromium: Chromium, server: PlosiveServer) -> None:
    page = opened(chromium, server, "\U0001f600 ...")
    page.click("#speak")
    page.until_text("#status", "There is nothing to say in this text.")


def test_tokens_are_heard_while_the_text_is_still_written(chromium: Chromium, server: PlosiveServer) -> None:
    page = opened(chromium, server, f"{TEXT} {TEXT}", "&tokens=10")
    page.press("Enter", control=True)
    page.until_text("#status", "Speaking.")
    assert not page.run("document.getElementById('flush').disabled"), "no text is left to write"
    page.until("document.querySelector('#layer .now')?.textContent.startsWith('The kettle')")
    assert shows(page, "ghost") != ""
    page.until("document.querySelector('#layer .now')?.textContent.startsWith('It whistles')")
    assert shows(page, "heard").strip() == "The kettle is on the stove."
    page.click("#end")
    page.until_text("#status", "Finished.")
    assert page.heard().peak > 0.2
    assert shows(page, "ghost") != ""


def test_markdown_lights_up_where_it_is_written(chromium: Chromium, server: PlosiveServer) -> None:
    page = opened(
        chromium, server, "# Tea\n\nBoil **some water**. Then [wait](https://tea.example/a.b) a while.", "&llm=false"
    )
    page.click("#speak")
    page.until("document.querySelector('#layer .now')?.textContent.includes('[wait]')")
    assert shows(page, "heard").endswith("**some water**. ") or shows(page, "heard").endswith("water**.")
    page.until_text("#status", "Finished.")


def test_a_word_is_underlined_where_the_server_tells_its_time(chromium: Chromium, server: PlosiveServer) -> None:
    page = opened(chromium, server, "The **kettle** [whistles](https://tea.example) loudly now.", "&llm=false")
    words = [{"text": word, "start_ms": at * 400} for at, word in enumerate(("The", "kettle", "whistles", "loudly"))]
    frame = {
        "type": "words",
        "audio": None,
        "text": None,
        "isFinal": False,
        "segment": 0,
        "offset_ms": 0,
        "words": words,
    }
    page.run(
        f"""window.WebSocket = class extends WebSocket {{
          set onmessage(take) {{
            super.onmessage = (event) => {{
              if (!this.isTold) take({{ data: {json.dumps(json.dumps(frame))} }});
              this.isTold = true;
              take(event);
            }};
          }}
        }}, 0"""
    )
    page.click("#speak")
    for word in ("kettle", "whistles"):
        page.until(f"document.querySelector('#layer .word')?.textContent.startsWith('{word}')")
    page.press("Escape")
    page.until_text("#status", "Interrupted")
    assert re.match(r"The \*\*kettle\*\* \[(whistles|loudly)", shows(page, "heard"))


@pytest.mark.parametrize(
    ("source", "spoken", "start", "place"),
    [
        ("Tea. More tea.", "More tea.", 4, "More tea."),
        ("# Tea\n\n**Boil** it. Wait.", "Boil it.", 5, "Boil** it."),
        ("See [the page](https://a.example/b). Go.", "See the page.", 0, "See [the page]("),
        ("Er sagt „Halt!“ Dann geht er.", "Er sagt „Halt!“", 0, "Er sagt „Halt!“"),
        ("你好。再见。", "再见。", 3, "再见。"),
        ("Tea.", "Coffee.", 0, None),
    ],
)
def test_a_spoken_text_is_found_where_it_is_written(
    chromium: Chromium, server: PlosiveServer, source: str, spoken: str, start: int, place: str | None
) -> None:
    page = chromium.page(f"{server.http}/")
    call = f"locate({json.dumps(source)}, {json.dumps(spoken)}, {start})"
    found = page.run(f"import('/playground/reading.js').then(({{ locate }}) => {call})")
    assert (found and source[found[0] : found[1]]) == place


@pytest.mark.parametrize("how", ["Escape", "click"])
def test_an_interruption_is_silence_within_100_ms(chromium: Chromium, server: PlosiveServer, how: str) -> None:
    def interrupt() -> None:
        page = opened(chromium, server, TEXT, "&tokens=20")
        page.run("addEventListener('keydown', (event) => (window.pressed = event.timeStamp), true)")
        page.run("addEventListener('click', (event) => (window.pressed = event.timeStamp), true)")
        page.click("#speak")
        page.until("heard.filter((block) => block.peak > 0.1).length > 20")
        if how == "click":
            page.click("#speak")
        else:
            page.press(how)
        page.until_text("#status", "Interrupted")
        asked_ms = page.run("pressed")
        page.run("new Promise((resolve) => setTimeout(resolve, 400))")
        assert page.heard().last_at_ms - asked_ms < 100
        assert 0 <= int(page.text("#barge")) < 500
        assert re.search("the server (had finished|stopped after [0-9]+ ms)", page.text("#barge-note"))
        assert shows(page, "ghost") != ""
        assert page.text("#speak-word") == "Speak"

    retry(interrupt)


def test_what_was_heard_plays_again_from_a_place(chromium: Chromium, server: PlosiveServer) -> None:
    page = opened(chromium, server, "One kettle.", "&llm=false")
    page.click("#speak")
    page.until_text("#status", "Finished.")
    before = page.heard().seconds
    page.click("#again")
    page.until(f"heard.filter((block) => block.peak > 0).length * 512 / 24000 > {1.7 * before}")
    page.until("document.getElementById('again').textContent === 'Play again'")
    assert page.heard().seconds == pytest.approx(2 * before, rel=0.2)
    page.run("document.getElementById('place').focus()")
    page.press("ArrowRight")
    page.until(f"heard.filter((block) => block.peak > 0).length * 512 / 24000 > {2.3 * before}")


@pytest.mark.parametrize("button", ["#speak", "#download"])
def test_nothing_to_say(chromium: Chromium, server: PlosiveServer, button: str) -> None:
    page = opened(chromium, server)
    page.write("#text", " ")
    page.click(button)
    assert page.text("#hint") == "Write something to say first."
    assert page.run("document.activeElement.id") == "text"


def test_a_text_that_the_browser_cuts_is_told(chromium: Chromium, server: PlosiveServer) -> None:
    page = opened(chromium, server)
    page.write("#text", "Tea. " * 20_001)
    assert page.text("#count") == "100000 characters"
    assert page.text("#hint") == "100,000 characters are the most: what follows is left out."
    page.write("#text", "Tea.")
    assert page.text("#hint") == ""


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (390, 664)])
def test_a_refusal_says_why_where_it_is_seen(
    chromium: Chromium, server: PlosiveServer, width: int, height: int
) -> None:
    page = opened(chromium, server, width=width)
    page.size(width, height)
    page.run("import('/playground/settings.js').then(({ settings }) => (settings.voice = 'Plosive.Espeak.nowhere'))")
    page.run("window.scrollTo(0, 400)")
    page.press("Enter", control=True)
    page.until_text("#fault", "No voice is called 'Plosive.Espeak.nowhere'")
    seen = """(() => {
      const { x, y, width, height } = document.getElementById("fault").getBoundingClientRect();
      return document.elementFromPoint(x + width / 2, y + height / 2)?.id;
    })()"""
    assert page.run(seen) == "fault", "the reason is out of sight"
    page.run("import('/playground/settings.js').then(({ settings }) => (settings.voice = 'Plosive.Espeak.en-us'))")
    page.click("#speak-again")
    page.until_text("#status", "Finished.")
    assert page.text("#fault") == ""


def test_a_long_wait_says_what_it_waits_for(chromium: Chromium, server: PlosiveServer) -> None:
    page = opened(chromium, server, "Tea.", "&llm=false")
    page.run(
        """window.WebSocket = class extends WebSocket {
          set onmessage(take) { super.onmessage = (event) => setTimeout(() => take(event), 2000) }
          set onclose(take) { super.onclose = (event) => setTimeout(() => take(event), 2000) }
        }, 0"""
    )
    page.click("#speak")
    page.until_text("#status", "A voice is loaded when it first speaks.")
    page.until_text("#status", "Speaking.")
    page.until_text("#status", "Finished.")


def test_a_browser_that_plays_nothing_says_so(chromium: Chromium, server: PlosiveServer) -> None:
    page = opened(chromium, server, "Tea.", "&llm=false")
    page.run("Object.defineProperty(BaseAudioContext.prototype, 'currentTime', { get: () => 0 }), 0")
    page.click("#speak")
    page.until_text("#status", "The browser plays no sound.")
    page.press("Escape")
    page.until_text("#status", "Interrupted")


def test_without_a_neural_voice_the_page_says_how_to_install_one(chromium: Chromium, server: PlosiveServer) -> None:
    page = opened(chromium, server)
    assert not page.run("document.getElementById('no-neural').checkVisibility()")
    page.command(
        "Page.addScriptToEvaluateOnNewDocument",
        source="""const json = Response.prototype.json;
          Response.prototype.json = async function () {
            const { voices, ...rest } = await json.call(this);
            return { voices: voices.filter(({ engine }) => engine === "espeak"), ...rest };
          };""",
    )
    page.command("Page.reload")
    page.until("document.getElementById('no-neural')?.checkVisibility()")
    command = page.text("#no-neural code").split()
    assert command[:3] == ["plosive", "voices", "install"]
    page.click("#copy-install")
    page.until_text("#status", "The command is copied.")


def test_a_text_survives_a_reload(chromium: Chromium, server: PlosiveServer) -> None:
    page = chromium.page(f"{server.http}/")
    page.until_text("#status", "Ready.")
    page.write("#text", "My own words.")
    page.command("Page.reload")
    page.until("document.getElementById('status')?.innerText === 'Ready.'")
    assert page.run("document.getElementById('text').value") == "My own words."


def test_600_voices_are_searched_within_a_frame(chromium: Chromium, server: PlosiveServer) -> None:
    page = opened(chromium, server)
    page.until("Number(document.getElementById('voice-count').textContent.split(' ').at(-1)) > 550")
    rows = "document.querySelectorAll('.voice').length"
    assert page.run(rows) < 20
    languages = page.run("[...document.getElementById('by-language').options].map((one) => one.text.split(' (')[0])")
    assert "Bashkir" in languages
    assert not [name for name in languages if name.islower()], "a code is no name"

    def search() -> None:
        took = page.run(
            """(() => {
              const field = document.getElementById("search");
              const took = ["g", "ge", "ger", "germ", "germa", "german"].map((text) => {
                field.value = text;
                const begun = performance.now();
                field.dispatchEvent(new Event("input"));
                document.getElementById("list").getBoundingClientRect();
                return performance.now() - begun;
              });
              return took.sort((one, other) => one - other).at(3);
            })()"""
        )
        print(f"a search takes {took:.1f} ms")
        assert took <= 16

    retry(search, 5)
    assert 0 < page.run(rows) < 20
    assert "German" in page.text("#rows")
    page.write("#search", "xyzzy")
    assert "No voice fits all of this." in page.text("#no-voice")
    page.click("#clear")
    page.until(f"{rows} > 5")


def test_a_voice_is_chosen_by_keyboard_and_a_fresh_text_follows_its_language(
    chromium: Chromium, server: PlosiveServer
) -> None:
    page = chromium.page(f"{server.http}/")
    page.until_text("#status", "Ready.")
    page.write("#search", "Plosive.Espeak.de")
    page.press("ArrowDown")
    page.press(" ")
    page.until("heard.some((block) => block.peak > 0.1)")
    assert page.run("document.querySelector('.voice.active button').textContent") == "■"
    page.press("Enter")
    assert page.text("#voice-id") == "Plosive.Espeak.de"
    assert page.run("document.getElementById('text').value").startswith("Guten Tag")
    page.write("#text", "Mein eigener Text.")
    page.write("#search", "Plosive.Espeak.fr-fr")
    page.press("ArrowDown")
    page.press("Enter")
    assert page.run("document.getElementById('text').value") == "Mein eigener Text."


def test_a_word_is_tried_saved_and_spoken(chromium: Chromium) -> None:
    with PlosiveServer(workers=1) as server:
        page = opened(chromium, server, "SQL.", "&llm=false")
        page.click("#dictionary summary")
        page.write("#word", "SQL")
        page.write("#said", "a rather long alias for three letters")
        page.click("#try-word")
        page.until("heard.some((block) => block.peak > 0.1)")
        assert httpx.get(f"{server.http}/v2/pronunciation_dicts").json()["data"] == []
        page.click("#word-form button[type=submit]")
        page.until_text("#words-note", "Saved.")
        [saved] = httpx.get(f"{server.http}/v2/pronunciation_dicts").json()["data"]
        assert (saved["name"], saved["items"][0]["text"]) == ("Playground", "SQL")
        page.click("#use-words")
        page.click("#speak")
        page.until_text("#status", "Finished.")
        assert float(page.text("#seconds").split()[0]) > 1.5
        page.click("#words button:last-child")
        page.until("document.getElementById('words').children.length === 0")
        page.run("new Promise((resolve) => setTimeout(resolve, 1500))")
        assert httpx.get(f"{server.http}/v2/pronunciation_dicts").json()["data"] == []


def test_a_link_carries_text_and_settings_and_frames_are_logged(chromium: Chromium, server: PlosiveServer) -> None:
    page = opened(chromium, server, "Tea & biscuits.", "&llm=false&speed=1.5&voice=Plosive.Espeak.de")
    assert page.text("#voice-id") == "Plosive.Espeak.de"
    page.click("#frames summary")
    page.press("Enter", control=True)
    page.until_text("#status", "Finished.")
    rows = page.text("#frame-rows")
    assert '{"text":" ","voice_settings":{"voice_speed":1.5}}' in rows
    assert re.search(r"audio_chunk × \d+, [\d.]+ KiB, first after \d+ ms", rows)
    assert '"type":"final"' in rows
    link = page.run("import('/playground/settings.js').then(({ link }) => link())")
    other = chromium.page(link)
    other.until_text("#status", "Ready.")
    assert other.run("document.getElementById('text').value") == "Tea & biscuits."
    assert other.text("#speed-shown") == "1.50×"
    assert other.heard().seconds == 0, "a link never speaks by itself"


def test_a_link_with_a_voice_that_is_not_here_says_who_speaks(chromium: Chromium, server: PlosiveServer) -> None:
    page = chromium.page(f"{server.http}/#text=Hello.&voice=Nope")
    page.until_text("#status", "There is no voice Nope here: ")
    assert page.text("#status").endswith(" speaks instead.")
    page.click("#speak")
    page.until_text("#status", "Finished.")


def test_the_page_is_small_and_asks_nobody_else(chromium: Chromium, server: PlosiveServer) -> None:
    page = opened(chromium, server)
    names = page.run("performance.getEntriesByType('resource').map((one) => one.name)")
    assert all(name.startswith(server.http) for name in names)
    files = [name for name in names if "/v2/" not in name]
    sizes = {name: len(httpx.get(name).content) for name in {*files, f"{server.http}/"}}
    print(f"the page takes {sum(sizes.values())} bytes in {len(sizes)} files")
    assert sum(sizes.values()) <= 100_000
    ids = page.run("[...document.querySelectorAll('[id]')].map((one) => one.id)")
    assert len(ids) == len(set(ids)), "two elements have one id"
    policy = httpx.get(f"{server.http}/").headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert page.faults() == []
