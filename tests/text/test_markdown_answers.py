"""The spoken segments of Markdown answers of language models, in any frames."""

import pytest

from plosive.text.pipeline import TextPipeline

# One segment a line.
ANSWERS = {
    "bold leads": (
        "- **Light:** 6 hours of sun.\n* **Water**: when dry 💧\n+ `--fast` – quicker\n- **C#** and **F#**",
        "Light: 6 hours of sun.\nWater: when dry\n--fast – quicker\nC# and F#",
    ),
    "steps with bullets and code": (
        "Do this:\n\n1. **Install** it:\n   ```bash\n   pip install foo_bar\n   ```\n2. **Run** it.\n   - Fast\n     - Faster",
        "Do this:\n1. Install it:\npip install foo_bar\n2. Run it.\nFast\nFaster",
    ),
    "item paragraphs": (
        "- First\n\n  More on **it**.\n\n- Second\n  goes on\n\nDone",
        "First\nMore on it.\nSecond goes on\nDone",
    ),
    "tasks": ("- [x] Buy *milk*\n- [ ] Call ~~Bo~~ Anna\n1. [X] Rest", "Buy milk\nCall Bo Anna\n1. Rest"),
    "headings": (
        "# 🚀 Start\nText\n## 1. **Set** `up` ##\n### C#\n#1 is no heading\n\nTitle\n=====\nSub\n---\nEnd",
        "Start\nText\n1. Set up\nC#\n#1 is no heading\nTitle\nSub\nEnd",
    ),
    "numbered titles": ("**1. Pots**\n\nBuy three.\n\n**2. Soil**\n\n- Loose", "1. Pots\nBuy three.\n2. Soil\nLoose"),
    "titles without empty lines": (
        "**Step 1**\nMix it.\n__Step 2__  \nBake **it**\nnow.\n\n**Name:** Bo  \n**Age:** 5\n**A** and **B**\nC",
        "Step 1\nMix it.\nStep 2\nBake it now.\nName: Bo\nAge: 5\nA and B C",
    ),
    "lines of labels": (
        "**Where:** Bath\n**When:** *today*\n__Who:__ Bo\nand Di\n\nA line\n**with bold** in it\nand **more**.",
        "Where: Bath\nWhen: today\nWho: Bo and Di\nA line with bold in it and more.",
    ),
    "letters as numbers": ("So:\na. one\nb. two\n\ni) three\nii) four", "So:\na. one\nb. two\ni) three\nii) four"),
    "emoji as bullets": ("Plan:\n✅ Fast\n❌ Loud\n👉 See *here*.", "Plan:\nFast\nLoud\nSee here."),
    "keycaps as numbers": ("1️⃣ Mix it\n2️⃣ Bake it 🍞", "Mix it\nBake it"),
    "dashes as bullets": ("Drinks:\n– tea\n– coffee\n\n> So it is.\n> — *Anon*", "Drinks:\ntea\ncoffee\nSo it is.\nAnon"),
    "rules": ("One\n\n---\n\nTwo\n* * *\nThree\n___\nFour", "One\nTwo\nThree\nFour"),
    "table": (
        "Prices:\n\n| Item | Cost |\n|:--|--:|\n| **Tea** | $5 |\n| `a \\| b` | [x](http://y.z) |\n| 🍎 | 1.5 |\nText after.",
        "Prices:\nItem, Cost\nTea, $5\na | b, x\n1.5\nText after.",
    ),
    "table without outer pipes": ("A | B\n:-: | --\n1 | *2*\n\na | b", "A, B\n1, 2\na | b"),
    "quoted table and fence": ("> | A | B |\n> |---|---|\n> | 1 | 2 |\n\n> ```\n> x > 1\n> ```", "A, B\n1, 2\nx > 1"),
    "fences": (
        "Run:\n```sh\n# a *comment*\n```\nor\n~~~\n```\nb\n~~~\nthen\n```python\nx = 1",
        "Run:\n# a *comment*\nor\nb\nthen\nx = 1",
    ),
    "inline code": (
        "Use ``a`b``, `__init__`, `x*y*z`, ```c d``` and `[e](f)`.",
        "Use ab, __init__, x*y*z, c d and [e](f).",
    ),
    "links": (
        'See [the *docs*](https://a.b/c_(d) "T"), [more][1], <https://e.f> or https://g.h/i_j.\n\n[1]: https://k.l',
        "See the docs, more, https://e.f or https://g.h/i_j.",
    ),
    "images": ("![A cat](cat.png)\n\n[![Build](b.svg)](http://c.i) ok", "A cat\nBuild ok"),
    "footnotes": ("It is so.[^1] Yes[^b].\n\n[^1]: The first.\n[^b]: The other.", "It is so.\nYes.\nThe first.\nThe other."),
    "citations": (
        "Sky is blue [1]. Grass is green[2][3]. Snow is white.[4] It is【5†a.pdf】. See [6] for more.",
        "Sky is blue.\nGrass is green.\nSnow is white.\nIt is.\nSee 6 for more.",
    ),
    "maths and money": (
        r"With \(a_1 + b\) and $x^2$: from $5 to $10, or $2k–$3k. \[ E = mc^2 \]",
        "With a 1 + b and x^2: from $5 to $10, or $2k–$3k.\nE = mc^2",
    ),
    "marks that are none": (
        "5 * 3 * 2, 2*3*4, snake_case, #1, a * b, x*y*z, ~5 km, 5 < 6 > 4, C:\\temp and {\"a_b\": 1}.",
        "5 * 3 * 2, 2*3*4, snake_case, #1, a * b, x*y*z, ~5 km, 5 < 6 > 4, C:\\temp and {\"a_b\": 1}.",
    ),
    "escapes": (r"\*a\* \_b\_ \# c \`d\` \~e", "*a* _b_ # c `d` ~e"),
    "emphasis": (
        '***Both***, **a *b* c**, **"So,"** he said. **Stop!** _Go_. **Note**: x **over\nlines**',
        'Both, a b c, "So," he said.\nStop!\nGo.\nNote: x over lines',
    ),
    "never closed": ("**Bold: [text](http://a.b/", "Bold: text"),
    "details": ("<details>\n<summary>More</summary>\n\nHidden *text*.\n\n</details>\n", "More\nHidden text."),
    "html": ("A<br>b &amp; H<sub>2</sub>O <!-- no --> <kbd>X</kbd>+<b>Y</b>", "A b & H2O X+Y"),
    "thoughts": ("<think>\nThey want 4.\n\nSay it.\n</think>\n\nIt is **4**.<|im_end|>", "It is 4."),
    "emoji": ("Great 🎉! So 👍🏽, ok 🙂. Yes👋you 🇩🇪. ✨ **Tip:** rest ✨", "Great!\nSo, ok.\nYes you.\nTip: rest"),
    "Chinese": (
        "好的🎉！以下是**建议**：\n\n1. **早睡：**每天11点。\n2. **“动”**起来【3†来源】。",
        "好的！\n以下是建议：\n1. 早睡：每天11点。\n2. “动”起来。",
    ),
    "Japanese": ("**「重点」**は*（注）*です。**注意：**火気厳禁 🔥。", "「重点」は（注）です。\n注意：火気厳禁。"),
    "Korean": ("**중요:** `코드`를 **(꼭)** 확인하세요.", "중요: 코드를 (꼭) 확인하세요."),
    "Arabic": ("## مقدمة\n\n- **أولا:** افتح `config.json`.\n- *ثانيا*: نم 😴!", "مقدمة\nأولا: افتح config.json.\nثانيا: نم!"),
    "Hebrew": ("**חשוב:** לשתות *מים* 💧.", "חשוב: לשתות מים."),
    "Hindi": ("**नोट:** यह *अच्छा* है 👍। `कोड` देखें।", "नोट: यह अच्छा है।\nकोड देखें।"),
    "Russian": ("«Привет 👋», сказал **он** 🙂.", "«Привет», сказал он."),
}  # fmt: skip


@pytest.mark.parametrize("size", [1, 4, 1000])
@pytest.mark.parametrize("name", ANSWERS)
def test_an_answer_is_heard_as(name: str, size: int) -> None:
    markdown, spoken = ANSWERS[name]
    pipeline, segments = TextPipeline("en"), []
    for at in range(0, len(markdown), size):
        segments += pipeline.feed(markdown[at : at + size])
    assert [segment.text for segment in segments + pipeline.flush()] == spoken.split("\n")


def test_a_citation_may_be_settled_with_its_sentence() -> None:
    for markdown in ("It is blue.[1]", "It is blue.[^1]", "It is blue. 🎉"):
        pipeline = TextPipeline("en")
        segments = pipeline.feed(markdown) + pipeline.settle() + pipeline.feed(" Next") + pipeline.flush()
        assert [segment.text for segment in segments] == ["It is blue.", "Next"]
