from plosive.text.languages.language import Calendar, Language, Numerals, Ordinals, Sentences, Spoken, pairs

LANGUAGE = Language(
    name="Portuguese",
    sentences=Sentences(
        titles="sr sra srta dra profa eng sto sta exmo exma d des p.ex cf",
        words="ag apart apto av comte dep depto dir doc dras ed exa ext fig fls hab ilmo ilma lda num núm obs pág págs pe"
        " proj ref res séc sras srs trav v vol aprox r pça rod",
        numbered="n nº pág págs cap tel mar set out max min mín máx abr ago dez fev jan jul jun nov gen aprox",
        enders="cia ltda", timed="a.m p.m a.c d.c",
        openers="a ao antes até cerca de depois desde em entre por às", letters="é",
        labelled="grupo letra opção parte passo ponto tipo vitamina",
        starters="a agora ainda ao aqui as assim até com como da de depois do e ela elas ele eles em então era essa esse"
        " esta este eu foi há isso isto já mais mas me meu muito na nas no nos não nós o obrigado onde os ou para pela pelo"
        " pode por porque qual quando que quem se sem sim sua também tem todos um uma você vocês é além algumas alguns antes"
        " apenas baixe cada contudo desde dessa desse devemos enquanto entretanto estão estou faça fique foram gosta havia"
        " hoje igualmente lembre ligue logo mesmo minha nada nem nessa nesse nunca obrigada outra outro outros pois porém"
        " portanto primeiro procure qualquer quanto segundo sempre sendo tanto tenho tente ter tinha todas toda tudo use"
        " vamos veja vou",
    ),
    spoken=Spoken(
        dot="ponto", slash="barra", at="arroba", hyphen="hífen", underscore="sublinhado",
        point="ponto", to="a", number="número", numbered="nº n.º N.º", hashtag="hashtag",
        symbols=pairs("<=menor que; >=maior que"), approximate=pairs("~ ≈=cerca de; ±=mais ou menos"),
        one=pairs("grama=um; a=uma; =um"), clock=("{h} horas", "{h} e {m}"),
        fractions="meio, um terço, dois terços, um quarto, três quartos",
        fractions_after="e meio, e um terço, e dois terços, e um quarto, e três quartos",
        money=pairs("USD=dólar dólares / centavo centavos; EUR=euro euros / cêntimo cêntimos; "
                    "BRL=real reais / centavo centavos; GBP=libra libras / pêni pence; JPY=iene ienes; INR=rupia rupias; "
                    "CNY=yuan yuans; RUB=rublo rublos"),
        cents_joined_by=" e ",
        scales=pairs("mil=mil; milhão=milhão; milhões mi=milhões; bilhão=bilhão; bilhões bi=bilhões"), of=" de ",
        one_hour=("{h} horas", "uma hora"), letter_times=True,
    ),
    ordinals=Ordinals(
        form="masculine", known=9999, digits=lambda number, form: f"{number}{'ª' if form == 'feminine' else 'º'}",
        marks=pairs(".º=masculine; .ª=feminine"),
    ),
    calendar=Calendar(short_weekdays=True, words="set mar", expiry="venc valid válid expir"),
    numerals=Numerals(
        ordinals_to=10, nouns_before="século", nouns=pairs("guerra república edição=feminine; congresso festival=masculine"),
        rulers="Pedro João Maria Afonso Manuel Isabel Elizabeth Filipe Luís Carlos Paulo Bento Pio Henrique Sebastião",
        women="Maria Isabel Elizabeth", women_forms=pairs("=feminine"), men_forms=pairs("=masculine"),
        cues="capítulo parte tomo ato cena volume livro fase tipo classe artigo título",
    ),
)  # fmt: skip
