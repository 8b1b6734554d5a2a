"""Number words of each language: a name that ICU does not know would return the cardinal."""

import importlib
import pkgutil

import pytest

from plosive.text import languages
from plosive.text.languages.language import Language
from plosive.text.normalization.cldr import cldr_of
from plosive.text.normalization.number_words import NumberWords, spelled_out

CODES = [module.name for module in pkgutil.iter_modules(languages.__path__) if len(module.name) < 4]

# The third, for each form of each language that asks ICU for it.
THIRD = {
    ("ar", "masculine"): "الثالث",
    ("sv", "feminine"): "tredje",
    ("de", "plain"): "dritte", ("de", "n"): "dritten", ("de", "r"): "dritter", ("de", "s"): "drittes",
    ("es", "masculine-adjective"): "tercer",
    ("fi", "plain"): "kolmas", ("fi", "genitive"): "kolmannen", ("fi", "partitive"): "kolmatta",
    ("fi", "inessive"): "kolmannessa", ("fi", "elative"): "kolmannesta", ("fi", "illative"): "kolmanteen",
    ("fi", "adessive"): "kolmannella", ("fi", "ablative"): "kolmannelta", ("fi", "allative"): "kolmannelle",
    ("fi", "essive"): "kolmantena", ("fi", "translative"): "kolmanneksi",
    ("fr", "masculine-plural"): "troisièmes", ("fr", "feminine-plural"): "troisièmes",
    ("hi", "masculine"): "तीसरा",
    ("nl", "plain"): "derde",
    ("pl", "masculine"): "trzeci", ("pl", "masculine-genitive"): "trzeciego", ("pl", "masculine-dative"): "trzeciemu",
    ("pl", "masculine-locative"): "trzecim", ("pl", "masculine-instrumental"): "trzecim",
    ("pl", "neuter"): "trzecie", ("pl", "neuter-genitive"): "trzeciego", ("pl", "neuter-locative"): "trzecim",
    ("pl", "neuter-instrumental"): "trzecim",
    ("pl", "feminine"): "trzecia", ("pl", "feminine-genitive"): "trzeciej", ("pl", "feminine-locative"): "trzeciej",
    ("pl", "feminine-accusative"): "trzecią", ("pl", "feminine-instrumental"): "trzecią",
    ("pl", "plural"): "trzecie", ("pl", "plural-genitive"): "trzecich", ("pl", "plural-locative"): "trzecich",
    ("tr", "plain"): "üçüncü",
}  # fmt: skip

RULES = [
    ("en", "numbering-year", 1905, "nineteen oh-five"),
    ("en", "numbering-year", 1998, "nineteen ninety-eight"),
    ("de", "numbering-year", 1998, "neunzehnhundertachtundneunzig"),
    ("tr", "cardinal", 35, "otuz beş"),
    ("ko", "cardinal-native-attributive", 2, "두"),
    ("fr", "ordinal-feminine", 1, "première"),
]


def forms_of(language: Language) -> set[str]:
    """Every form of an ordinal that the language's data names."""
    ordinals, numerals, calendar = language.ordinals, language.numerals, language.calendar
    tables = [
        ordinals.before, ordinals.marks, ordinals.day, numerals.nouns, numerals.men_forms, numerals.women_forms,
        calendar.years, calendar.hours, *(agreement.forms for agreement in ordinals.agreements),
        {name: form.split()[1] for name, form in numerals.article.items()},
    ]  # fmt: skip
    return {form for table in tables for form in table.values() if form} | {ordinals.form} - {""}


def named_forms() -> list[tuple[str, str]]:
    records = {code: importlib.import_module(f"{languages.__name__}.{code}").LANGUAGE for code in CODES}
    return [(code, form) for code, record in records.items() for form in sorted(forms_of(record))]


@pytest.mark.parametrize(("language", "form"), named_forms())
def test_every_form_that_a_language_names_is_known(language: str, form: str) -> None:
    cldr = cldr_of(language)
    assert cldr
    record = cldr.language.ordinals
    if record.declension:
        assert form == record.form or form in record.declension.forms.split()
    elif not (record.digits and record.digits(3, form)):
        assert NumberWords(cldr.code, record).ordinal(3, form) == THIRD[language, form]


@pytest.mark.parametrize(("language", "rule", "number", "said"), RULES)
def test_icu_has_the_rules_that_readers_ask_for(language: str, rule: str, number: int, said: str) -> None:
    assert spelled_out(number, language, rule) == said


@pytest.mark.parametrize(
    ("language", "number", "form", "said"),
    [
        ("pl", 90, "masculine", "dziewięćdziesiąty"),  # ICU 78 says "dziewiętdziesiąty"
        ("pl", 1998, "masculine-genitive", "tysiąc dziewięćset dziewięćdziesiątego ósmego"),
        ("ru", 3, "masculine-dative", "третьему"),
        ("ru", 40, "masculine-locative", "сороковом"),
        ("ru", 21, "feminine-genitive", "20 первой"),
        ("ru", 1900, "masculine", "тысяча девятисотый"),
        ("ru", 2000, "masculine-locative", "двухтысячном"),
        ("ru", 10_000, "masculine", ""),
        ("uk", 103, "feminine-locative", "100 третій"),
        ("cs", 21, "masculine-genitive", "dvacátého prvního"),
        ("sk", 3, "masculine-locative", "treťom"),
        ("hr", 3, "masculine-genitive", "trećeg"),
        ("de", 0, "n", ""),
        ("ar", 11, "masculine", ""),
        ("xx", 3, "", ""),
    ],
)
def test_tables_mend_what_icu_lacks(language: str, number: int, form: str, said: str) -> None:
    record = languages.language_of(language).ordinals
    assert NumberWords(language, record).ordinal(number, form) == said
