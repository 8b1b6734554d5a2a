from plosive.text.languages.language import Language, Sentences

LANGUAGE = Language(
    name="Serbian",
    sentences=Sentences(
        words="бр гђа гђица др итд инж мр нпр обл проф св сл стр тзв тј тел ул чл br g gđa gđica itd inž npr sl str sv tj tel"
        " tzv ul",
        ordinals=True,
    ),
)  # fmt: skip
