from plosive.text.languages.language import Cues, Language, Sentences, Spoken, pairs

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
    cues=Cues(
        codes="placa localizador digite insira código pin senha otp cep código_postal cpf cnpj rg cvv palavra_passe nif",
        records="pedido reserva conta cliente fatura rastreamento rastreio bilhete cartão protocolo contrato apólice"
        " encomenda série confirmação referência processo passaporte matrícula",
        numbers="número nº n.º",
        owners="seu sua seus teu tua meu minha nosso nossa o a este esta",
        copulas="como é era são foi",
        joints="o a termina_em terminado_em terminada_em que_termina_em final com_final",
        counted="pessoas usuários clientes linhas palavras caracteres páginas peças vezes arquivos ficheiros convidados"
        " cadeiras lugares quartos livros caixas pontos votos membros funcionários habitantes dígitos pizzas cópias alunos"
        " estudantes ligações unidades ingressos",
        phones="telefone tel fone celular telemóvel fax número whatsapp zap",
        calls="emergência ligue liga ligar ligo disque discar disca chame telefone telefonar contate contacte",
        between="polícia bombeiros samu ou para o a ao no já número imediatamente agora logo pro",
        after="imediatamente já quando",
        extensions="ramal",
        extension="ramal",
        sharp="sharp",
        adjectives_last=True,
    ),
)  # fmt: skip
