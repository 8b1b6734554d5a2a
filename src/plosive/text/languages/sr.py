"""Serbian."""

from plosive.text.languages.language import Language, Sentences

LANGUAGE = Language(
    sentences=Sentences(
        words="бр гђа гђица др итд инж мр нпр обл проф св сл стр тзв тј тел ул чл br dr g gđa gđica itd inž mr npr prof sl"
        " str sv tj tel tzv ul",
        ordinals=True,
    ),
)  # fmt: skip
