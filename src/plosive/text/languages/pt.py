from plosive.text.languages.language import Language, Sentences, Signs, Spoken, pairs

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
        one_hour=("{h} horas", "uma hora"), letter_times=True, ordinal=lambda number, _: f"{number}º",
    ),
    signs=Signs(
        said=pairs("+=mais; - −=menos; × * · ⋅=vezes; ÷ /=dividido por; = ===é igual a; ≠ !==diferente de;"
                   " <=menor que; >=maior que;≤ <==menor ou igual a; ≥ >==maior ou igual a; ±=mais ou menos"),
        minus="menos", squared="ao quadrado", cubed="ao cubo", power="elevado a {}", root="raiz quadrada de",
        cube_root="raiz cúbica de", over="{0} sobre {1}", ratio="{0} para {1}", format="{0} por {1}", score="{0} a {1}",
        out_of="{0} de {1}", fixed=pairs("24/7=24 por 7"),
        results="ganh* perd* perdeu venc* derrot* empat* vitória placar resultado final lider* partida jogo gole*"
        " votação votos voto vantagem set sets bateu triunf*",
        result_next="a ao contra em no na e com para o frente sobre ontem hoje mas de após do da",
        ratios="razão proporção* proporções escala odds cota cotas relação formato mistur* dilu*",
        ratings="nota notas avalia* estrela* pontu* pontos classific*", shares="de do da dos das", clocks="às as à",
        verses="gênesis êxodo salmo salmos provérbios isaías mateus marcos lucas joão atos romanos coríntios hebreus"
        " apocalipse",
    ),
)  # fmt: skip
