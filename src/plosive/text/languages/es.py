from plosive.text.languages.language import Cues, Language, Sentences, Spoken, pairs

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
    cues=Cues(
        codes="matrícula localizador pnr introduzca introduce ingrese ingresa teclee código pin clave contraseña otp"
        " código_postal cp cvv nip dni nif",
        records="pedido reserva cuenta cliente factura seguimiento billete boleto tarjeta expediente contrato póliza socio"
        " serie confirmación referencia rastreo envío pasaporte identificación caso transacción",
        numbers="número nº n.º núm",
        owners="su sus tu tus mi mis nuestro nuestra el la este esta",
        copulas="como es era son será",
        joints="el la termina_en terminada_en terminado_en que_termina_en acaba_en",
        counted="personas usuarios clientes líneas palabras caracteres páginas piezas veces archivos invitados sillas"
        " plazas asientos habitaciones libros cajas puntos votos miembros empleados habitantes dígitos pizzas copias"
        " alumnos estudiantes llamadas ejemplares entradas",
        phones="teléfono tel tfno telf móvil celular fax número whatsapp",
        calls="emergencias llama llame llamen llamar llamad llámame llámenos llámanos marque marca marcar telefonee"
        " contacte contacta contáctenos comuníquese",
        between="policía bomberos o al a el la número nos me emergencias ya ahora inmediatamente siempre",
        after="ya inmediatamente cuando desde",
        extensions=r"ext\.? extensión anexo",
        extension="extensión",
        letters=pairs("Y=i griega"),
        sharp="sharp",
        adjectives_last=True,
    ),
)  # fmt: skip
