"""Croatian."""

from plosive.text.languages.language import Language, Sentences

LANGUAGE = Language(
    sentences=Sentences(
        words="br dr g gđa gđica itd inž mr npr prof sl str sv tj tel tzv ul čl god st",
        ordinals=True, months="sij velj ožu tra svi lip srp kol ruj lis stu pro",
    ),
)  # fmt: skip
