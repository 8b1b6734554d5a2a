from plosive.text.languages.language import Language, Sentences, Spoken, pairs

LANGUAGE = Language(
    name="Hungarian",
    sentences=Sentences(
        titles="pl",
        words="ált ápr ang átl aug bek bt dec dk du ea ed é feb fszt gör hiv ifj ig ill ism jan jegyz jel júl jún kb ker krt"
        " kv lat max márc megj mh nov okl okt özv ref rt sz szept szt szerk tc tel tkp tul u ui uo vö vsz zrt",
        numbered="old kb pl", enders="stb kft", letters="ő",
        starters="a az azt azért be csak de egy ennek én ez ezért ezt és hogy hogyan hol ha igen itt így ki kell lehet majd"
        " mert mi miért mikor mit most nagyon nem nincs ő ők ott pedig van vagy aki ami amikor aztán azonban bár előbb"
        " először holnap igaz inkább ismét jelenleg kérem később köszönöm közben legyen ma mai mindig minden mivel néha neki"
        " olyan rögtön sajnos sok sőt szerintem szép tegnap tehát továbbá utána ugyanis valóban végül viszont",
        ordinals=True, dates=True, months="jan feb már ápr máj jún júl aug szep okt nov dec",
    ),
    spoken=Spoken(money=pairs("HUF=forint; EUR=euró / cent; USD=dollár / cent"),
                  scales=pairs("mrd=milliárd; ezer=ezer; millió=millió")),
)  # fmt: skip
