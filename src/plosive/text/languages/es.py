from plosive.text.languages.language import Language, Measures, Sentences, Spoken, Writes, counts, pairs

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
                    "KRW=won; MXN ARS COP CLP UYU=peso pesos / centavo centavos; PEN=sol soles / céntimo céntimos"),
        cents_joined_by=" con ", spaced_groups=True,
        scales=pairs("mil k=mil; millón=millón; millones=millones; M mill=millón millones; "
                     " billón=billón; billones=billones"), of=" de ",
        letter_times=True, ordinal=lambda number, _: f"{number}º",
        currencies={"M.N": "MXN", "S/": "PEN"},
    ),
    measures=Measures(
        magnitudes=pairs("k K=mil; M=millón millones"),
        counted="(?!más|menos|es|tras|pues|antes|después|entonces)[a-zñáéíóú]{3,20}s|de [a-zñáéíóú]{3,20}s",
    ),
    writes=Writes(
        # espeak-ng says "uno" before every noun.
        counts=(
            counts(
                {"1": "una", "21": "veintiuna"},
                "hora semana persona vez noche copia unidad habitación taza cucharada cucharadita libra milla"
                " tonelada página palabra mujer niña chica botella caja bolsa pieza pregunta línea plaza mesa"
                " parte opción respuesta entrada reserva película canción foto imagen cuenta llamada rupia docena"
                " pizca",
            ),
            counts(
                {"1": "un", "21": "veintiún"},
                "año mes día minuto segundo euro dólar peso kilómetro metro centímetro milímetro kilo kilogramo"
                " gramo litro mililitro grado punto paso libro hombre niño chico hijo amigo archivo mensaje vaso"
                " plato paquete sobre huevo diente real yen millón billón elemento resultado usuario correo"
                " producto artículo dormitorio baño piso coche billete voto gol partido juego",
            ),
            counts(
                {"21": "veintiún"},
                "años meses días minutos segundos euros dólares pesos kilómetros metros kilos gramos litros"
                " grados libros hombres niños puntos",
            ),
            counts(
                {"21": "veintiuna"},
                "horas semanas personas veces noches copias unidades habitaciones libras millas páginas palabras"
                " mujeres niñas",
            ),
        ),
    ),
)  # fmt: skip
