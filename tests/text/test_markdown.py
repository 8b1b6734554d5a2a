"""The spoken text of Markdown: the words in order, with block ends, but no marks and addresses."""

import pytest

from plosive.text.markdown.stripper import CodeBlocks, MarkdownStripper

CASES = {
    # Emphasis and what only looks like it
    "**bold**, *soft*, ***both***, __old__ and _fine_": "bold, soft, both, old and fine",
    "~~gone~~ but ~5 km": "gone but ~5 km",
    "snake_case, a_b_c, 2*3*4, 2**8, a * b and #1 in C#": "snake_case, a_b_c, 2*3*4, 2**8, a * b and #1 in C#",
    "1000000 of them, 5 < 6 > 4": "1000000 of them, 5 < 6 > 4",
    "an un*frigging*believable f*ck, s**t and x*y*z": "an unfriggingbelievable f*ck, s**t and x*y*z",
    "Dial *67, then *100#, not *5 items*, *2.5 m* or *2024*": "Dial *67, then *100#, not 5 items, 2.5 m or 2024",
    "Dial *67": "Dial *67",
    "te**xt** and **a**b**c**": "text and abc",
    "the marks *, _ and #; a 5* hotel": "the marks *, _ and #; a 5* hotel",
    "~one~ and ~~two~~, ~5, ~/bin, a ~ b, 好的~": "one and two, ~5, ~/bin, a ~ b, 好的",
    "9点~18点, 周一~周五, 월~금 9:00~18:00": "9点~18点, 周一~周五, 월~금 9:00~18:00",
    "네~ 3시에, 周日~我们, 네~3시": "네 3시에, 周日我们, 네3시",
    "これは**重要**です。これも**「注意」**です、*（注）*。": "これは重要です。これも「注意」です、（注）。",
    "请看*[注 一](http://a.b)*和*“二”*，他*的": "请看注 一和“二”，他*的",
    r"\*plain\* and \_so\_": "*plain* and _so_",
    "**never closed": "never closed",
    "Done.**": "Done.",
    # Links
    'see [the docs](https://a.b/c_(d) "Title") now': "see the docs now",
    "![a *cat*](cat.png) and [![logo](x.png)](y)": "a cat and logo",
    "[text][ref] and [other]\n\n[ref]: http://a.b 'T'\n[other]:\n  <x y>\n": "text and other\n\n",
    "<https://a.b/c> or <me@a.b>": "https://a.b/c or me@a.b",
    "a note[^1].\n\n[^1]: The small print.": "a note.\n\nThe small print.",
    "array[0] and grid[i][j] [...]": "array[0] and grid[i][j] [...]",
    "[cut](http": "cut",
    "[a](<b c.d>) e": "a e",
    # Sources: silent behind what they are about, spoken inside a sentence
    "Blue [1]. Green[2][3]. Red.[4] Grey [[5]](http://a.b) [6][7], white [citation:8]\nor not": (
        "Blue. Green. Red. Grey, white\nor not"
    ),
    "As [1] shows, x[0], y[1] = 2, in [1, 5]. Section [3](#3)": "As 1 shows, x[0], y[1] = 2, in 1, 5. Section 3",
    "[1] Smith, 2020": "1 Smith, 2020",
    "Blue [^1]. Green【4†a b.pdf】, 【红】 \ue200cite\ue202turn0\ue201.": "Blue. Green, 【红】.",
    "x [^1]\n[^1]: One.\n[^b]: Two.": "x\n\nOne.\n\nTwo.",
    "[a](not a link) b": "a(not a link) b",
    # Code
    "run `a_b*c*` or ``x ` y``": "run a_b*c* or x  y",
    "```python\nx = 1\n\ny = 2\n```\nafter": "x = 1\n\ny = 2\n\nafter",
    "~~~\n**raw**\n~~~": "**raw**\n\n",
    "```py": "",
    "a lone ` tick and **bold**": "a lone  tick and bold",
    # Blocks
    "# One #\nTwo\n===\nThree\n---\n***\nfour": "One\n\nTwo\n\nThree\n\nfour",
    "- a\n  - b\n    1. c\n* [ ] d\n+ [x] e": "a\n\nb\n\n1. c\n\nd\n\ne",
    "1. one\n2. two\n\n3) three": "1. one\n\n2. two\n\n3) three",
    "• a\n– b\n— c\n● d\n→ e": "a\n\nb\n\nc\n\nd\n\ne",
    "Text\n✅ a\n❌ b\n1️⃣ c\n- 🍎 d\n1. 🍌 e": "Text\n\na\n\nb\n\nc\n\nd\n\n1. e",
    "1、甲\n2、乙\n①丙\n一、丁\n一个\n（二）戊\n(3) x": "1、甲\n\n2、乙\n\n①丙\n\n一、丁\n一个\n\n（二）戊\n\n(3) x",
    "> ```py\n> x > 1\n> ```\n> done\n\n> ~~~\n> y\n**z**": "x > 1\n\ndone\n\ny\n\nz",
    "> [!NOTE]\n> Careful.\n\n[!x] y": "NOTE\n\nCareful.\n\n!x y",
    "| ✅ | b | 🎉 |\n|-|-|-|\n| c | ✅ | ❌ |\n| `d \\| e` | f | g |": "b\n\nc\n\nd | e, f, g",
    "> quoted\n> more\nlazy\n\nplain": "quoted\nmore\nlazy\n\nplain",
    "one\ntwo  \nthree\\\nfour": "one\ntwo\nthree\nfour",
    "| A | B |\n|---|:-:|\n| **1** | x. |\n| | y |\n\nend": "A, B\n\n1, x.\n\ny\n\nend",
    "A | B\n--|--\n1 | 2\n\na | b": "A, B\n\n1, 2\n\na | b",
    # HTML, entities, maths
    "H<sub>2</sub>O<br/>is <!-- not --> wet": "H2O is  wet",
    "<script>alert('x')</script>safe": "safe",
    '<break time="600s"/>go <speak>on': "go  on",
    "a<b and c>d": "a<b and c>d",
    "Love it <3": "Love it <3",
    "List<String> xs; a<br>b; v<std::string>; x<y": "List<String> xs; a b; v std::string; x<y",
    'cut <a href="http': "cut",
    "&notin; &nothing; &AMP;": "∉ &nothing; &",
    "<think>\nHm.\n\n**So.**\n</think>\n\nYes, a<br><think>tag.": "Yes, a  tag.",
    "<tool_use>ok</tool_use><|im_end|>": "ok",
    "<｜end▁of▁text｜>x |> f <| y": "x |> f <| y",
    "R&D &amp; &#65;&lt;b&gt; &nope;": "R&D & A<b> &nope;",
    "it is $5, $3.50 or US$7, and $E = mc^2$": "it is $5, $3.50 or US$7, and E = mc^2",
    r"\(a_1 * b_2\) and $$x$$": "a 1 * b 2 and x",
    r"$\frac{1}{2}$.": "1⁄2.",
    r"Shade $\frac{3}{8}$, $\dfrac{a+b}{2c}$ and $\frac12$.": "Shade 3⁄8, (a+b)⁄2c and 1⁄2.",
    r"\(x = \frac{-b \pm \sqrt{b^2 - 4ac}}{2a}\)": "x = (-b ± √(b^2 - 4ac))⁄2a",
    r"$a \leq b$, $a\ge b$, $a \neq b$ and $2 \times 3 \cdot 4$": "a ≤ b, a ≥ b, a ≠ b and 2 × 3 ⋅ 4",
    r"$10^{-3}$, $x^{n+1}$, $x_1$, $x_{max}$ and $90^\circ$": "10^-3, x^(n+1), x 1, x max and 90°",
    r"如果$a \leq b$，则US$5和US$10": "如果a ≤ b，则US$5和US$10",
    r"$\sqrt{2}$, $\sqrt[3]{8}$ and $\sqrt[n]{x}$": "√2, ∛8 and x^(1/n)",
    r"$\sum_{i=1}^{n} i$, $\text{speed} = \alpha\pi$": "sum i=1, n,  i, speed = alpha π",
    r"$$\begin{aligned} x &= 1 \\ y &= 2 \end{aligned}$$": "x = 1, y = 2",
    r"It costs $5 \ ok, or $\frac{1": r"It costs $5 \ ok, or $\frac{1",
    # Characters
    "I ❤️ you 👨‍👩‍👧 so, press 1️⃣": "I ❤ you so, press 1",
    "Call 9️⃣1️⃣1️⃣, not 0️⃣.": "Call 911, not 0.",
    "1️⃣0️⃣ Ten things 👍1️⃣": "Ten things 1",
    "Press #️⃣ now": "Press now",
    "Great 🎉! Hot 🔥🔥, (so 🙂) and **so 👍🏽**; Hi👋you. 🎉🎉 Yes!✨No": "Great! Hot, (so) and so; Hi you. Yes! No",
    '🎉 "Hi 👋" 🎉 "so" (🎉 x)': '"Hi" "so" (x)',
    "好的 🎉！走吧🚀。": "好的！走吧。",
    "🎉": "",
    "a\x00b\u202ec\ufffed\ud83de": "abcde",
    "e" + "\u0301" * 50: "e" + "\u0301" * 8,
    "می‌خواهم": "می‌خواهم",
}


@pytest.mark.parametrize("markdown", CASES)
def test_markdown_is_spoken_as(markdown: str) -> None:
    stripper = MarkdownStripper()
    assert (stripper.feed(markdown) + stripper.flush()).strip(" ") == CASES[markdown]


@pytest.mark.parametrize(
    ("markdown", "at_once"),
    [
        ("**Note", "Note"),
        ("# Title", "Title"),
        ("- item", "item"),
        ("see [the docs", "see the docs"),
        ("see [the docs](http", "see the docs"),
        ("run `pip", "run pip"),
        ("| cell", "cell"),
        ("> quote", "quote"),
        ("one\n\n", "one\n\n"),
        ("It costs $5 now", "It costs $5 now"),
    ],
)
def test_words_do_not_wait_for_marks_to_close(markdown: str, at_once: str) -> None:
    assert MarkdownStripper().feed(markdown) == at_once


def test_a_mark_that_closes_may_be_settled() -> None:
    stripper = MarkdownStripper()
    assert stripper.feed("**Done!**") == "Done!"
    assert stripper.may_settle
    assert stripper.peek() == ""
    assert stripper.settle() == ""
    assert stripper.feed(" Next") == " Next"


def test_an_address_being_read_is_not_settled() -> None:
    stripper = MarkdownStripper()
    assert stripper.feed("[Done.](http://a.") == "Done."
    assert not stripper.may_settle
    assert stripper.settle() == ""
    assert stripper.feed("b/c) Next") == " Next"


@pytest.mark.parametrize("code", ["read", "skip", "say"])
@pytest.mark.parametrize("end", ["> ```\n> More.\n\n", "> ```\n\n", ">  ```  \n\n", "\n", ""])
def test_a_code_block_inside_a_quote_ends_with_its_fence_or_the_quote(code: CodeBlocks, end: str) -> None:
    text = f"Look:\n\n> ```sh\n> x = 1\n> y = 2\n{end}That is all."
    for frames in ([text], list(text)):
        stripper = MarkdownStripper(code=code)
        said = ("".join(map(stripper.feed, frames)) + stripper.flush()).strip().split("\n\n")
        assert said[0] == "Look:"
        assert said[-1] == "That is all."
        assert ("More." in said) == ("More." in end)
        assert ("x = 1" in said) == (code == "read")
        assert ("code block" in said) == (code == "say")


CODE = "Run `a.b` first:\n\n```sh\nx = 1\n\n~~~ y\n```\nThen:\n\n    i = 1\n\n    j = 2\n\nDone.\n~~~\nlast"


@pytest.mark.parametrize("size", [1, 3, 1000])
@pytest.mark.parametrize(
    ("code", "spoken"),
    [
        ("read", ["Run a.b first:", "x = 1", "~~~ y", "Then:", "i = 1", "j = 2", "Done.", "last"]),
        ("skip", ["Run a.b first:", "Then:", "Done."]),
        ("say", ["Run a.b first:", "code block", "Then:", "code block", "Done.", "code block"]),
    ],
)
def test_code_blocks_are_read_skipped_or_named(code: CodeBlocks, spoken: list[str], size: int) -> None:
    stripper = MarkdownStripper(code=code)
    text = "".join(stripper.feed(CODE[at : at + size]) for at in range(0, len(CODE), size)) + stripper.flush()
    assert text.strip().split("\n\n") == spoken
    assert stripper.feed("plain ") + stripper.flush() == "plain"
