from plosive.text.languages.language import Language, Sentences, Signs, Spoken, pairs

LANGUAGE = Language(
    name="Spanish",
    sentences=Sentences(
        titles="sr sra srta sres srs sras d dña dra lic ing arq profa gral mons pbro sto sta cnel tte sgto cap fray mtro p.ej"
        " ej cfr bs",
        words="admón afmo apdo arts atte av avda avdo cra ctra dcha depto dir dna ed edif entlo esc excmo excma fig fdo gob"
        " hnos ibíd ilmo ilma intl mtra mun núm pág págs párr párrf pdo pl ppal prov pza rte sab sig sigs tfno ud uds ult v"
        " vda vds vol aprox prol",
        numbered="izq núm nro nº pág págs cap tel párr párrf lun mar mié jue vie sáb dom mier abr ago dic ene feb jul jun nov"
        " oct sept máx mín telf min aprox tfno",
        enders="cía hs km kg", timed="a.m p.m a.c d.c",
        openers="a alrededor antes de desde después en entre hacia hasta",
        labelled="clase grupo letra opción parte paso punto tipo vitamina",
        starters="a ahora al algunos aquí así aunque cada como con cuando cuál cuándo cuánto cómo de del desde después dónde"
        " el ella ellas ellos en entonces era es esa ese eso esta este esto estos está están existe fue gracias hay hoy la"
        " las le lo los luego me mi mientras muchos muy más nada ni no nos nosotros nuestra nuestro o para pero por porque"
        " pues puede que quien quién qué se según ser si sin sobre son su sus sí también tiene todo todos tu tú un una usted"
        " y ya yo además ahí algunas antes asegúrate aún cuenta debes dime finalmente fueron había hacia igual llama llega"
        " llegó mañana mejor muchas nunca otra otro parece podemos poco primero prueba puedes recuerda siempre sigue tampoco"
        " tal tenemos tras usa vamos vienen viene vive ve",
    ),
    spoken=Spoken(
        dot="punto", slash="barra", at="arroba", hyphen="guion", underscore="guion bajo",
        minus="menos", to="a", number="número", numbered="n.º nº núm N.º", hashtag="hashtag",
        symbols=pairs("&=y; <=menor que; >=mayor que; ×=por"), approximate=pairs("~ ≈=unos; ±=más menos"),
        one=pairs("a=una; =un"), clock=("{h} en punto", ""),
        fractions="un medio, un tercio, dos tercios, un cuarto, tres cuartos",
        fractions_after="y medio, y un tercio, y dos tercios, y cuarto, y tres cuartos",
        money=pairs("USD=dólar dólares / centavo centavos; EUR=euro euros / céntimo céntimos; "
                    "GBP=libra libras / penique peniques; JPY=yen yenes; INR=rupia rupias; CNY=yuan yuanes; RUB=rublo rublos; "
                    "KRW=won"),
        cents_joined_by=" con ",
        scales=pairs("mil=mil; millón=millón; millones M=millones; billón=billón; billones=billones"), of=" de ",
        letter_times=True, ordinal=lambda number, _: f"{number}º",
    ),
    signs=Signs(
        said=pairs("+=más; - −=menos; × * · ⋅=por; ÷ /=entre; = ===es igual a; ≠ !==distinto de; <=menor que;"
                   " >=mayor que;≤ <==menor o igual que; ≥ >==mayor o igual que; ±=más menos"),
        minus="menos", squared="al cuadrado", cubed="al cubo", power="elevado a {}", root="raíz cuadrada de",
        cube_root="raíz cúbica de", over="{0} sobre {1}", ratio="{0} a {1}", score="{0} a {1}", out_of="{0} sobre {1}",
        fixed=pairs("24/7=24 7"),
        results="gan* perd* venc* derrot* empat* victoria marcador resultado final lider* lidera partido gole*"
        " votación votos voto ventaja triunf* set sets cayó caen remont*",
        result_next="a al en contra ante frente y con por el la ayer hoy pero de tras para",
        ratios="ratio razón proporción* escala cuota cuotas relación formato mezcl* dilu*",
        ratings="nota notas puntuación calific* estrella* punt* reseña* valor*", shares="de del", clocks="las la",
        verses="génesis éxodo salmo salmos proverbios isaías mateo marcos lucas juan hechos romanos corintios hebreos"
        " apocalipsis",
    ),
)  # fmt: skip
