from plosive.text.languages.abbreviations import Abbreviations, Acronyms
from plosive.text.languages.language import (
    Calendar,
    Language,
    Measures,
    Numerals,
    Ordinals,
    Sentences,
    Spoken,
    Writes,
    counts,
    in_tens,
    pairs,
)
from plosive.text.languages.number_cues import Cues, Signs

_HOURS = {1: "uma", 2: "duas", 21: "20 e uma", 22: "20 e duas"}


def _clock(hour: int, minute: str) -> str:
    if minute == "00":
        return "{h} horas"
    return f"{_HOURS.get(hour, hour)} e {{m}}"


LANGUAGE = Language(
    name="Portuguese",
    sentences=Sentences(
        titles="d",
        words="ag apart apto comte dir doc dras exa ext fig fls hab lda num núm pág págs proj res v vol",
        numbered="mai dom seg ter qua qui sex sáb mar set out abr ago dez fev jan jul jun nov",
        timed="a.m p.m a.c d.c",
        openers="a ao antes até cerca de depois desde em entre por às", letters="é",
        labelled="plano grupo letra opção parte passo ponto tipo vitamina",
        starters="a agora ainda ao aqui as assim até com como da de depois do e ela elas ele eles em então era essa esse"
        " esta este eu foi há isso isto já mais mas me meu muito na nas no nos não nós o obrigado onde os ou para pela pelo"
        " pode por porque qual quando que quem se sem sim sua também tem todos um uma você vocês é além algumas alguns antes"
        " apenas baixe cada contudo desde dessa desse devemos enquanto entretanto estão estou faça fique foram gosta havia"
        " hoje igualmente lembre ligue logo mesmo minha nada nem nessa nesse nunca obrigada outra outro outros pois porém"
        " portanto primeiro procure qualquer quanto segundo sempre sendo tanto tenho tente ter tinha todas toda tudo use"
        " vamos veja vou",
    ),
    abbreviations=Abbreviations(
        before_name="Sen.=senador; "
        "Sr. sr.=senhor; Sra. sra.=senhora; Srta. srta.=senhorita; Srs. srs.=senhores; Sras. sras.=senhoras; "
        "D.=dom/dona; Dr. dr.=doutor; Dra. dra.=doutora; Drs.=doutores; Prof. prof.=professor; "
        "Profa. profa. Profª. Profª Prof.ª=professora; Eng. eng. Eng.º=engenheiro; Enga. Eng.ª=engenheira; Arq. "
        "arq.=arquiteto; "
        "Adv.=advogado; Exmo.=excelentíssimo; Exma.=excelentíssima; Ilmo.=ilustríssimo; Ilma.=ilustríssima; Gen.=general; "
        "Cel.=coronel; Cap.=capitão; Ten.=tenente; Sgt. Sgto.=sargento; Maj.=major; Alm.=almirante; Des.=desembargador; "
        "Pe. P.e=padre; Fr.=frei; Sto.=Santo; Sta.=Santa; S.=São; Dep.=deputado; Sen.=senador; Gov.=governador; "
        "Pres.=presidente; Rev.=reverendo; Mons.=monsenhor",
        before_number="ex.=exemplo; p. pág. pag.=página; pp. págs.=páginas; fig.=figura; figs.=figuras; vol.=volume; "
        "vols.=volumes; cap.=capítulo; caps.=capítulos; art.=artigo; arts.=artigos; n.º nº n. No. N.º núm.=número; "
        "tel.=telefone; cel.=celular; ap. apto. apt. apart.=apartamento; t.=tomo; sec. seç.=seção; inc.=inciso; "
        "fl.=folha; fls.=folhas; tab.=tabela; bl.=bloco; qd.=quadra; lt.=lote; ed.=edição; séc. s.=século; par.=parágrafo; "
        "ep.=episódio; km. km Km=quilômetro; cj.=conjunto; ag.=agência; lj.=loja",
        before_amount="máx. max. Máx. Max.=máximo; mín. min. Mín. Min.=mínimo",
        after_number="hab.=habitante/habitantes; ed.=edição; un.=unidade/unidades; pç.=peça/peças; seg.=segundo/segundos; "
        "hs. hrs.=hora/horas; págs. p.=página/páginas; col.=colher/colheres; xíc.=xícara/xícaras; gr.=grama/gramas; "
        "cx.=caixa/caixas; pct.=pacote/pacotes; comp.=comprimido/comprimidos",
        before_street="Av. av.=avenida; R. r.=rua; Pça. Pç. Pca.=praça; Al.=alameda; Tv. Trav.=travessa; "
        "Rod. rod.=rodovia; Est. Estr.=estrada; Lgo.=largo; Jd.=jardim; Vl.=vila; Ed.=edifício; Cond.=condomínio; "
        "Pç=praça",
        leading="tb. tbm=também; "
        "p.ex.=por exemplo; vs. vs=versus; cf. cfr.=conforme; i.e.=isto é; N.B.=nota bene; c/=com; s/=sem; "
        "p/=para; a/c=aos cuidados",
        anywhere="trim.=trimestre; ex.=; depto. dept. dep.=departamento; cel.=celular; Nº nº N.º n.º=número; séc.=século; "
        "ref.=referência; adm.=administração; "
        "coord.=coordenação; univ.=universidade; V.Exa. V.Ex.ª=Vossa Excelência; V.Sa.=Vossa Senhoria; "
        "N.Sra.=Nossa Senhora; obs.=observação; incl.=inclusive; ed.=edição; trad.=tradução; qtd.=quantidade; "
        "assoc.=associação; resp.=responsável; Esq. esq.=esquerdo; Dto. dto.=direito; máx.=máximo; mín.=mínimo; "
        "tel.=telefone; prov.=província; téc.=técnico; "
        "inf.=informação; gov.=governo; nac.=nacional; int.=internacional; aprox.=aproximadamente",
        closing="etc.=et cetera; Cia. Cia cia.=companhia; Ltda. Ltda=limitada; a.C.=antes de Cristo; "
        "d.C.=depois de Cristo; Jr.=Júnior",
        articles="um uma",
    ),
    acronyms=Acronyms(said="PIN GIF RAM SIM SUS ROM", kept="EUA UE IA"),
    spoken=Spoken(
        between=pairs("entre=e"),
        dot="ponto", slash="barra", at="arroba", hyphen="hífen", underscore="sublinhado",
        point="ponto", to="a", number="número", hashtag="hashtag",
        approximate=pairs("~ ≈=cerca de"),
        one=pairs("grama=um; colher a=uma; =um"), two=pairs("grama=; colher a=duas"), spaced_groups=True,
        clock=_clock,
        halves=pairs(
            "xícara xícaras colher colheres hora horas dúzia dúzias libra libras milha milhas cebola cebolas maçã maçãs"
            " garrafa garrafas chávena chávenas pitada=meia|e meia; litro litros quilo quilos copo copos quilômetro"
            " quilômetros metro metros ano anos mês dia dias limão limões pimentão=meio|e meio; =meio|e meio"
        ),
        parts_of_units=True, word_units="ha", inserted_units=True,
        unit_symbols=pairs("gr=mass-gram; Kg=mass-kilogram; Km=length-kilometer; lt lts=volume-liter; mts=length-meter")
        | {"col. de chá": "volume-teaspoon", "col. de sopa": "volume-tablespoon"},
        degrees=True,
        fractions="meio, um terço, dois terços, um quarto, três quartos",
        fractions_after="e meio, e um terço, e dois terços, e um quarto, e três quartos",
        money=pairs("USD=dólar dólares / centavo centavos; EUR=euro euros / cêntimo cêntimos; "
                    "BRL=real reais / centavo centavos; GBP=libra libras / pêni pence; JPY=iene ienes; INR=rupia rupias; "
                    "CNY=yuan yuans; RUB=rublo rublos"),
        cents_joined_by=" e ",
        scales=pairs("mil k=mil; milhão=milhão; milhões=milhões; mi M=milhão milhões; bilhão=bilhão; bilhões=bilhões; "
                     "bi=bilhão bilhões; trilhão=trilhão; trilhões=trilhões; tri=trilhão trilhões"), of=" de ",
        one_hour=("{h} horas", "uma hora"), letter_times=True,
    ),
    ordinals=Ordinals(
        form="masculine", known=9999, digits=lambda number, form: f"{number}{'ª' if form == 'feminine' else 'º'}",
        marks=pairs(".º=masculine; .ª=feminine"), noun_marks=pairs("a a.=feminine; o o.=masculine"),
    ),
    calendar=Calendar(
        weekday_joints=pairs("a=a; à=à; e=e"),
        short_weekdays=True, words="set mar", day_cues="em dia até desde entre de "
    "segunda terça quarta quinta "
    "sexta feira", expiry="venc valid válid expir"),
    numerals=Numerals(
        ordinals_to=10, nouns_before="século s",
        nouns=pairs("guerra república edição=feminine; congresso festival=masculine"),
        rulers="Leão Gregório Clemente Inocêncio Jorge Guilherme Fernando Napoleão Dinis Catarina Pedro João Maria "
        "Afonso Manuel Isabel Elizabeth Filipe Luís Carlos Paulo Bento Pio Francisco Henrique"
               " Sebastião",
        women="Catarina Maria Isabel Elizabeth", women_forms=pairs("=feminine"), men_forms=pairs("=masculine"),
        cues="versão cap capítulo parte tomo ato cena volume livro fase tipo classe artigo título",
    ),
    cues=Cues(
        codes="cupom token id últimos_quatro_dígitos últimos_dígitos placa localizador código pin senha otp cep"
        " código_postal cpf cnpj rg cvv palavra_passe nif",
        typed="digite insira",
        records="pedido reserva conta cliente fatura rastreamento rastreio bilhete cartão protocolo contrato apólice"
        " encomenda série confirmação referência processo passaporte matrícula",
        numbers="número nº n.º",
        owners="seu sua seus teu tua meu minha nosso nossa o a este esta",
        copulas="como é era são foi",
        joints="o a",
        endings="termina_em terminado_em terminada_em que_termina_em final com_final",
        counted="amigos pessoas usuários clientes linhas palavras caracteres páginas peças vezes arquivos ficheiros"
        " convidados cadeiras lugares quartos livros caixas pontos votos membros funcionários habitantes dígitos pizzas"
        " cópias alunos estudantes ligações unidades ingressos",
        phones="telefone tel fone cel contato contacto celular telemóvel fax número whatsapp zap",
        calls="emergência ligue liga ligar ligo disque discar disca chame telefone telefonar contate contacte",
        between="polícia bombeiros samu ou para o a ao no já número imediatamente agora logo pro",
        after="agora imediatamente já quando",
        extensions="ramal",
        extension="ramal",
        adjectives_last=True,
    ),
    signs=Signs(
        keys=pairs("#=cardinal; #BR=jogo da velha; *=asterisco"), pressing="pressione prima tecle digite aperte marque tecla",
        said=pairs("+=mais; - −=menos; × * · ⋅=vezes; ÷ /=dividido por; = ===é igual a; ≠ !==diferente de;"
                   " <=menor que; >=maior que;≤ <==menor ou igual a; ≥ >==maior ou igual a; ±=mais ou menos"),
        minus="menos", squared="ao quadrado", cubed="ao cubo", power="elevado a {}", root="raiz quadrada de",
        cube_root="raiz cúbica de", over="{0} sobre {1}", ratio="{0} para {1}", format="{0} por {1}", score="{0} a {1}",
        heart=pairs("eu=amo; nós=amamos"), by="por", times="vez vezes", score_by=True, out_of="{0} de {1}",
        fixed=pairs("24/7=24 por 7; 4/4h=4 em 4 horas; 6/6h=6 em 6 horas; 8/8h=8 em 8 horas; 12/12h=12 em 12 horas"),
        pressure="{0} por {1}", pressures="pressão tensão",
        results="ganh* perd* perdeu venc* derrot* empat* vitória placar resultado final lider* partida jogo gole*"
        " votação votos voto vantagem set sets bateu triunf*",
        result_next="a ao contra em no na e com para o frente sobre ontem hoje mas de após do da",
        ratios="razão proporção* proporções escala odds cota cotas relação formato mistur* dilu*",
        steps=pairs("passo página pergunta fase parte etapa tela nível={0} de {1}"),
        ratings="nota notas prova exame avalia* estrela* pontu* pontos classific*", shares="de do da dos das", clocks="às as à",
        verses="gênesis êxodo salmo salmos provérbios isaías mateus marcos lucas joão atos romanos coríntios hebreus"
        " apocalipse",
    ),
    measures=Measures(
        magnitudes=pairs("k K=mil; M mi=milhão milhões; bi=bilhão bilhões"),
        counted="(?!mais|menos|após|depois|antes|mas)[a-zãõáéíóúâêôç]{3,20}s|de [a-zãõáéíóúâêôç]{3,20}s",
    ),
    writes=Writes(
        counts=tuple(
            counts(
                in_tens(digit, word, " e "),
                "hora semana pessoa vez noite cópia unidade xícara colher libra milha tonelada página palavra"
                " mulher menina garota garrafa caixa sala linha mesa parte opção resposta música foto imagem conta"
                " mensagem tarefa questão pergunta rúpia dúzia fatia pitada",
                endings,
            )
            for digit, word, endings in ((1, "uma", ""), (2, "duas", "(?:s|es)"))
        ),
    ),
)  # fmt: skip
