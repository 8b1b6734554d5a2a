from plosive.text.languages.language import Language, Sentences

LANGUAGE = Language(
    name="Croatian",
    sentences=Sentences(
        words="br g gđa gđica itd inž npr sl str sv tj tel tzv ul čl god",
        ordinals=True, months="sij velj ožu tra svi lip srp kol ruj lis stu pro",
    ),
)  # fmt: skip
