"""The readers of dictionary files: the items they return, and the faults they refuse, with the line."""

import gzip
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plosive.errors import BadDictionary
from plosive.text.pronunciation.items import Alias, Item, Phoneme
from plosive.text.pronunciation.lexicon_files import MAX_BYTES, read_lexicon, read_plain

NAMESPACE = "http://www.w3.org/2005/01/pronunciation-lexicon"


def pls(body: str, attributes: str = 'alphabet="ipa"') -> str:
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    return f'{head}<lexicon version="1.0" xmlns="{NAMESPACE}" xml:lang="en" {attributes}>\n{body}\n</lexicon>'


def lexeme(grapheme: str = "a", said: str = "<alias>b</alias>") -> str:
    return f"<lexeme><grapheme>{grapheme}</grapheme>{said}</lexeme>"


@pytest.mark.parametrize(
    ("line", "item"),
    [
        ("SQL=sequel", Alias("SQL", "sequel")),
        ("  New York = the big apple ", Alias("New York", "the big apple")),
        ("==equals", Alias("=", "equals")),
        ("===equals", Alias("==", "equals")),
        ("<==at most", Alias("<=", "at most")),
        ("=>=arrow", Alias("=>", "arrow")),
        ("C#=C sharp", Alias("C#", "C sharp")),
        ("Nginx:/ˈɛndʒɪnˌɛks/", Phoneme("Nginx", "ˈɛndʒɪnˌɛks")),
        ("foo bar: /fuː bɑː/", Phoneme("foo bar", "fuː bɑː")),
        ("foo:/fo:/", Phoneme("foo", "fo:")),
        ("http://x:/eks/", Phoneme("http://x", "eks")),
        ("a:b=c", Alias("a:b", "c")),
        ("%=percent", Alias("%", "percent")),
    ],
)
def test_a_plain_line(line: str, item: Item) -> None:
    assert read_plain(line) == [item]
    assert read_lexicon(line.encode()) == [item]


def test_plain_comments_blank_lines_and_line_ends() -> None:
    assert read_plain("\ufeff# words\r\n\r\na=b\r  # more\n\nc=d") == [Alias("a", "b"), Alias("c", "d")]
    assert read_plain("") == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a=b\nnothing", "Line 2: 'nothing' is neither word=alias nor word:/ipa/"),
        ("a=b\n\n=x", "Line 3: text is empty"),
        ("a=", "Line 1: alias '' has nothing"),
        ("a://", "Line 1: 'a://' is neither"),
        ("a" * 201 + "=b", "Line 1: text has 201"),
        ("a=" + "b" * 501, "Line 1: alias has 501"),
        ("a\0=b", "Line 1: a NUL character"),
        ("\n".join(f"w{number}=x" for number in range(101)), "Line 101: this would be item 101"),
    ],
)
def test_a_bad_plain_line_is_named(text: str, message: str) -> None:
    with pytest.raises(BadDictionary) as raised:
        read_plain(text)
    assert message in str(raised.value)


def test_pls_with_everything() -> None:
    body = f"""<meta name="x" content="y"/><metadata><rdf:RDF xmlns:rdf="r"><rdf:x><lexeme/></rdf:x></rdf:RDF></metadata>
      <!-- words -->
      <lexeme role="claws:VVI"><grapheme>SQL</grapheme><grapheme> S. Q.
        L. </grapheme><alias>sequel</alias><example>the SQL</example></lexeme>
      {lexeme("caf&#233; &amp; bar", "<phoneme>kæˈfeɪ</phoneme><phoneme prefer='true'>ˈkæfeɪ</phoneme>")}
      <lexeme><grapheme><![CDATA[a<b]]></grapheme><phoneme alphabet="ipa">x</phoneme></lexeme>"""
    wanted = [
        Alias("SQL", "sequel"),
        Alias("S. Q. L.", "sequel"),
        Phoneme("café & bar", "ˈkæfeɪ"),
        Phoneme("a<b", "x"),
    ]
    assert read_lexicon(pls(body).encode()) == wanted
    assert read_lexicon(pls(body).encode("utf-8-sig")) == wanted
    assert read_lexicon(pls(body).replace("UTF-8", "UTF-16").encode("utf-16")) == wanted
    assert read_lexicon(b"\xfe\xff" + pls(body).encode("utf-16-be")) == wanted


def test_pls_with_a_prefix_and_no_declaration() -> None:
    text = f'<p:lexicon xmlns:p="{NAMESPACE}"><p:lexeme><p:grapheme>a</p:grapheme><p:alias>b</p:alias></p:lexeme></p:lexicon>'
    assert read_lexicon(text.encode()) == [Alias("a", "b")]


BOMB = '<!DOCTYPE x [<!ENTITY a "lol">' + "".join(
    f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (f'<?xml version="1.0"?>\n{BOMB}]>\n<lexicon>&i;</lexicon>', "Line 2: document types and entities are refused"),
        ('<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>\n<x>&e;</x>', "Line 1: document types"),
        ('<!DOCTYPE x SYSTEM "http://127.0.0.1/x.dtd">\n<x/>', "Line 1: document types"),
        ('<!ENTITY % p SYSTEM "x">\n<x/>', "Line 1: document types"),
        (pls(lexeme("&e;")), "Line 3: broken XML, undefined entity"),
        (pls("<a>" * 50 + "</a>" * 50), "Line 3: elements inside each other more than 10 deep"),
        (pls("<meta/>\n" * 2001), "Line 2002: more than 2000 elements"),
        (pls("\n".join(lexeme(f"w{number}") for number in range(101))), "Line 103: lexeme 101"),
        (
            pls(lexeme("a</grapheme>" + "<grapheme>a</grapheme>" * 100 + "<grapheme>b")),
            "Line 3: this would be item 101",
        ),
        (pls(lexeme()).replace(NAMESPACE, "http://example.com"), "Line 2: <lexicon> in namespace 'http://example.com'"),
        (pls(lexeme()).replace(f'xmlns="{NAMESPACE}"', ""), "Line 2: <lexicon> in no namespace"),
        ("<html><body/></html>", "Line 1: <html> in no namespace; the root must be <lexicon"),
        (pls(lexeme("a", "<phoneme>x</phoneme>"), 'alphabet="x-sampa"'), "Line 3: alphabet is 'x-sampa'"),
        (pls(lexeme("a", "<phoneme alphabet='sapi'>x</phoneme>")), "Line 3: alphabet is 'sapi'"),
        (pls("\n<lexeme><alias>b</alias></lexeme>"), "Line 4: a lexeme without a <grapheme>"),
        (pls(lexeme("a", "")), "Line 3: a lexeme without a <phoneme> or <alias>"),
        (pls(lexeme("")), "Line 3: text is empty"),
        (pls(lexeme("a" * 201)), "Line 3: text has 201"),
        (pls(lexeme("a" * 9000)), "Line 3: a tag and its text are longer than 8192"),
        (pls("<lexeme " + " ".join(f"a{number}=''" for number in range(2000)) + "/>"), "Line 3: a tag and its text"),
        (pls(lexeme()) + "<x/>", "Line 4: broken XML"),
        (pls(lexeme())[:-5], "Line 4: broken XML"),
        (pls(lexeme("a\0")), "Line 3: broken XML"),
        (pls(lexeme()).replace("UTF-8", "EBCDIC-CP-FR"), "Line 1: the encoding is 'EBCDIC-CP-FR'"),
    ],
)
def test_hostile_and_broken_pls_is_refused_with_its_line(text: str, message: str) -> None:
    began = time.process_time()
    for data in (text.encode(), text.encode("utf-16")):
        with pytest.raises(BadDictionary) as raised:
            read_lexicon(data)
        assert message in str(raised.value)
    assert time.process_time() - began < 1


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b" " * (MAX_BYTES + 1), "The file has 1048577 bytes; 1048576 (1 MiB) is the most"),
        (gzip.compress(b"a=b", mtime=0), "Line 1: the file is compressed"),
        (b"a=b\nc=\xe9\n", "Line 2: not readable as UTF-8"),
        (pls("\n<x>\xe9</x>").encode("latin-1"), "Line 4: not readable as UTF-8"),
        (b"\xff\xfea\0=\0b\0\n\0\x00\xd8a\0", "Line 2: not readable as UTF-16"),
        ("a=b".encode("utf-16-le"), "Line 1: a NUL character"),
        (pls("").encode("utf-16-le"), "Line 1: a NUL character"),
    ],
)
def test_bytes_that_are_no_text_are_refused(data: bytes, message: str) -> None:
    with pytest.raises(BadDictionary) as raised:
        read_lexicon(data)
    assert message in str(raised.value)


@pytest.mark.parametrize(
    "filler",
    ["<", "<a", "<a>", "<!--", "&amp;", "<![CDATA[", "<?x ", "<a b=''>", "<a/>", "<lexeme/>", "\n", "x"],
)
@pytest.mark.parametrize("inside", [True, False])
def test_a_full_mebibyte_of_anything_is_quick(filler: str, inside: bool) -> None:
    text = filler * (1_040_000 // len(filler))
    began = time.process_time()
    with pytest.raises(BadDictionary):
        read_lexicon((pls(text) if inside else "<a " + text).encode() + b"<")
    assert time.process_time() - began < 2  # the bound of the process that reads uploads


@given(st.one_of(st.binary(max_size=200), st.text(max_size=100).map(str.encode)))
def test_only_bad_dictionary_escapes(data: bytes) -> None:
    try:
        read_lexicon(data)
    except BadDictionary as error:
        assert str(error).startswith("Line ")


@given(
    st.lists(
        st.sampled_from(["<lexeme>", "</lexeme>", "<grapheme>", "</grapheme>", "<alias>", "</alias>", "a", "&lt;"])
    )
)
def test_only_bad_dictionary_escapes_from_near_pls(parts: list[str]) -> None:
    try:
        read_lexicon(pls("".join(parts)).encode())
    except BadDictionary as error:
        assert str(error).startswith("Line ")
