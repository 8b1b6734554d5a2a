from plosive.text.languages.abbreviations import Abbreviations, Acronyms
from plosive.text.languages.language import (
    Agreement,
    Calendar,
    Language,
    Measures,
    Numerals,
    Ordinals,
    Sentences,
    Spoken,
    Writes,
    counts,
    pairs,
)
from plosive.text.languages.number_cues import Cues, Signs


def _ordinal(number: int, form: str) -> str:
    if form == "masculine-adjective" and number % 10 in {1, 3} and number // 10 % 10 != 1:
        return ""  # "primer", "tercer"
    return f"{number}{'ª' if form == 'feminine' else 'º'}" if not form.endswith("plural") else ""


def _clock(hour: int, minute: str) -> str:
    said = {1: "una", 21: "veintiuna"}.get(hour, "{h}")
    if minute == "00":
        return f"{said} en punto" if hour <= 12 else f"{said} horas"
    return "" if said == "{h}" else f"{said} {minute}"


_TENS = [(f"{tens}1", f"{tens}0 y ") for tens in range(3, 10)]
_MASCULINE = {"21": "veintiún"} | {number: f"{said}un" for number, said in _TENS}
_FEMININE = {"21": "veintiuna"} | {number: f"{said}una" for number, said in _TENS}

LANGUAGE = Language(
    name="Spanish",
    sentences=Sentences(
        titles="d fray bs",
        words="afmo apdo arts atte avdo cra dir dna entlo esc fig fdo ibíd intl mun núm pág págs párr párrf pdo rte sab"
        " sigs tfno ult v vda vol prol",
        numbered="may sep párrf lun mar mié jue vie sáb dom mier abr ago dic ene feb jul jun nov oct sept min",
        enders="hs km kg", timed="a.m p.m a.c d.c",
        openers="a alrededor antes de desde después en entre hacia hasta",
        labelled="plan plano clase grupo letra opción parte paso punto tipo vitamina",
        starters="a ahora al algunos aquí así aunque cada como con cuando cuál cuándo cuánto cómo de del desde después dónde"
        " el ella ellas ellos en entonces era es esa ese eso esta este esto estos está están existe fue gracias hay hoy la"
        " las le lo los luego me mi mientras muchos muy más nada ni no nos nosotros nuestra nuestro o para pero por porque"
        " pues puede que quien quién qué se según ser si sin sobre son su sus sí también tiene todo todos tu tú un una usted"
        " y ya yo además ahí algunas antes asegúrate aún cuenta debes dime finalmente fueron había hacia igual llama llega"
        " llegó mañana mejor muchas nunca otra otro parece podemos poco primero prueba puedes recuerda siempre sigue tampoco"
        " tal tenemos tras usa vamos vienen viene vive ve confirme consulte diga envíe escriba espere introduzca llame marque"
        " pulse tome visite",
    ),
    abbreviations=Abbreviations(
        before_name="Sr. sr.=señor; Sra. sra.=señora; Srta. srta.=señorita; Sres. sres. Srs.=señores; Sras.=señoras; "
        "Dr. dr.=doctor; Dra. dra.=doctora; Dres.=doctores; Prof. prof.=profesor; Profa. profa. Prof.ª=profesora; D.=don; "
        "Dña. dña. D.ª=doña; Lic. lic.=licenciado; Licda.=licenciada; Ing. ing.=ingeniero; Arq. arq.=arquitecto; "
        "Abg. Abog.=abogado; Gral. gral.=general; Cnel. cnel. Col.=coronel; Cap. Capt.=capitán; Tte.=teniente; "
        "Sgto.=sargento; Cmdte. Cdte.=comandante; Alm.=almirante; Mons.=monseñor; Pbro.=presbítero; Fr. fr.=fray; "
        "Sto.=santo; Sta.=santa; S.=san; Mtro.=maestro; Mtra.=maestra; Excmo.=excelentísimo; Excma.=excelentísima; "
        "Ilmo.=ilustrísimo; Ilma.=ilustrísima; Hno.=hermano; Hna.=hermana; Rvdo.=reverendo; Pdte. Pres.=presidente; "
        "Gob.=gobernador; M.ª=María",
        before_number="c/=cada; temp.=temperatura; "
        "pág. pag. p.=página; págs. pp.=páginas; fig.=figura; figs.=figuras; vol.=volumen; vols.=volúmenes; "
        "cap.=capítulo; caps.=capítulos; núm. núm n.º nº n.° n. N.º No. nro. nro=número; núms. n.os=números; art.=artículo; "
        "arts.=artículos; tel. tfno. teléf. tlf. telf. tlfno.=teléfono; cel.=celular; ext.=extensión; apdo.=apartado; "
        "párr.=párrafo; t.=tomo; secc. sec.=sección; apto.=apartamento; dpto. depto.=departamento; ed.=edición; "
        "tab.=tabla; ap.=apartamento; km. km Km=kilómetro; s.=siglo; C.P.=código postal; pta.=puerta; esc.=escalera",
        after_street="pl.=planta",
        before_amount="máx. Máx.=máximo; mín. Mín.=mínimo",
        after_few="hab.=habitación/habitaciones",
        after_number="a.m.=de la mañana; p.m.=de la tarde; comp. comps.=comprimido/comprimidos; "
        "hab.=habitante/habitantes; pers.=persona/personas; ed.=edición; pza. pzas. pzs.=pieza/piezas; "
        "uds. ud.=unidad/unidades; mill.=millón/millones; págs.=página/páginas; hs. hrs.=hora/horas; "
        "vols.=volumen/volúmenes; seg.=segundo/segundos; cdas. cda.=cucharada/cucharadas; "
        "cdtas. cdta.=cucharadita/cucharaditas; gr. grs.=gramo/gramos; mts.=metro/metros; kgs.=kilo/kilos; lts.=litro/litros",
        before_street="C/ c/=calle; Avda. avda. Avd. Av. av.=avenida; Pza. Plza. Pl. pza.=plaza; P.º Pº=paseo; "
        "Ctra. ctra. Crta. crta.=carretera; Cno.=camino; Urb.=urbanización; Blvd.=bulevar; Edif. edif.=edificio; Rda.=ronda; "
        "Trav.=travesía; Col.=colonia",
        leading="p.ej. p.e.=por ejemplo; ej.=ejemplo; vs. vs=versus; cfr. cf.=compárese; i.e.=es decir; N.B.=nota bene; "
        "v.g. v.gr.=verbigracia",
        anywhere="trim.=trimestre; L-V=lunes a viernes; L-S=lunes a sábado; L-D=lunes a domingo; "
        "S.M.=Su Majestad; SS.MM.=Sus Majestades; P.D.=posdata; Bs.As.=Buenos Aires; vda. Vda.=viuda; "
        "Atte. atte.=atentamente; Fdo. fdo.=firmado; Ud. Vd. ud. vd.=usted; Uds. Vds. uds. vds.=ustedes; "
        "CC.OO.=Comisiones Obreras; s/n=sin número; c/u=cada uno; Tlf. tlf. tfno. cel. móv.=teléfono; "
        "Nº nº N.º n.º núm.=número; EE.UU. EEUU=Estados Unidos; FF.AA.=Fuerzas Armadas; RR.HH. RRHH=recursos humanos; "
        "JJ.OO.=Juegos Olímpicos; "
        "CC.AA.=comunidades autónomas; dpto. depto. dpto=departamento; admón.=administración; Hnos. hnos.=hermanos; "
        "prov.=provincia; izq. izda. izqda.=izquierda; dcha. dch.=derecha; ed.=edición; obs.=observaciones; "
        "ppal.=principal; ref.=referencia; univ.=universidad; gob.=gobierno; aprox.=aproximadamente; s.n.=sin número; "
        "máx.=máximo; mín.=mínimo; tel.=teléfono; sig.=siguiente; ant.=anterior; sta.=santa; incl.=incluido",
        closing="etc.=etcétera; Cía. Cía cía.=compañía; a.C.=antes de Cristo; d.C.=después de Cristo; Jr.=júnior; S.A.=",
        articles="un una",
    ),
    acronyms=Acronyms(said="PIN NIF NIE IVA ONU GIF RAM SIM TIC AVE ESO ETA", kept="UE OMS ISO IA EEUU"),
    spoken=Spoken(
        between=pairs("entre=y; del=al"),
        dot="punto", slash="barra", at="arroba", hyphen="guion", underscore="guion bajo",
        clitics="c/", minus="menos", to="a", number="número", hashtag="hashtag",
        symbols=pairs("&=y"), approximate=pairs("~ ≈=unos"),
        one=pairs("a=una; =un"), clock=_clock, percent="{0} por ciento",
        halves=pairs(
            "taza tazas cucharada cucharadas cucharadita cucharaditas hora horas docena docenas libra libras onza onzas milla"
            " millas cebolla cebollas manzana manzanas botella botellas pizca barra=media|y media; litro litros kilo kilos"
            " vaso vasos kilómetro kilómetros metro metros año años mes día días limón limones pepino pimiento=medio|y medio;"
            " =medio|y medio"
        ),
        parts_of_units=True, word_units="ha mi",
        unit_symbols=pairs("gr grs=mass-gram; Kg Kgs kgs=mass-kilogram; Km Kms kms=length-kilometer; lt lts=volume-liter;"
                           " mts mt=length-meter"),
        fractions="un medio, un tercio, dos tercios, un cuarto, tres cuartos",
        fractions_after="y medio, y un tercio, y dos tercios, y cuarto, y tres cuartos",
        money=pairs("USD=dólar dólares / centavo centavos; EUR=euro euros / céntimo céntimos; "
                    "GBP=libra libras / penique peniques; JPY=yen yenes; INR=rupia rupias; CNY=yuan yuanes; RUB=rublo"
                    " rublos; "
                    "KRW=won; MXN ARS COP CLP UYU=peso pesos / centavo centavos; PEN=sol soles / céntimo céntimos"),
        cents_joined_by=" con ", spaced_groups=True,
        scales=pairs("mil k=mil; millón=millón; millones=millones; M mill=millón millones; "
                     " billón=billón; billones=billones"), of=" de ",
        letter_times=True, per="por",
        each=pairs("pers persona=por persona; noche=por noche; ud=por unidad"),
        currencies={"M.N": "MXN", "S/": "PEN"},
    ),
    ordinals=Ordinals(
        form="masculine", known=9999, digits=_ordinal, small="del y o e u",
        marks=pairs(".º º .o ro do to mo vo no ro. do. to. mo. vo. no.=masculine; era=feminine; .ª ª .a ra da ta ma "
        "va na=feminine; .er er"
                    " er.=masculine-adjective"),
        noun_marks=pairs("a a.=feminine"), agreeing=".º º", agreements=(Agreement(forms=pairs("=masculine-adjective")),),
    ),
    calendar=Calendar(
        short_weekdays=True, words="mar", months=pairs("sep=9"), expiry="venc caduc válid expir vigencia",
        clock_words=pairs("hora horas=hora; las=las"),
        weekday_joints=pairs("a=a; y=y"), day_cues="a el del al desde hasta día",
    ),
    numerals=Numerals(
        ordinals_to=10, nouns_before="siglo s",
        nouns=pairs("guerra república edición jornada=feminine; congreso festival=masculine-adjective"),
        rulers="Felipe Carlos Alfonso Fernando Juan Pablo Pío Benedicto Isabel Enrique Luis Pedro Jaime Sancho Francisco"
               " Gregorio León Clemente Inocencio Alejandro Nicolás Napoleón Guillermo Jorge Eduardo Ricardo Catalina"
               " María Margarita Ramsés",
        women="Isabel Catalina María Margarita", women_forms=pairs("=feminine"), men_forms=pairs("=masculine"),
        cues="versión cap capítulo parte tomo acto escena volumen libro fase tipo clase artículo título",
    ),
    cues=Cues(
        codes="cupón token id identificador últimos_cuatro_dígitos últimos_dígitos matrícula localizador pnr código pin"
        " clave contraseña otp código_postal cp c.p. cvv nip dni nif rfc curp nie cif nss cuit",
        typed="introduzca introduce ingrese ingresa teclee",
        records="pedido reserva cuenta cliente factura seguimiento billete boleto tarjeta expediente contrato póliza socio"
        " serie confirmación referencia rastreo envío pasaporte identificación caso transacción",
        numbers="número nº n.º núm",
        owners="su sus tu tus mi mis nuestro nuestra el la este esta",
        copulas="como es era son será",
        joints="el la",
        ones="una tarjetas cuentas",
        endings="termina_en terminada_en terminado_en acabada_en acabado_en que_termina_en acaba_en",
        counted="amigos personas usuarios clientes líneas palabras caracteres páginas piezas veces archivos invitados"
        " sillas plazas asientos habitaciones libros cajas puntos votos miembros empleados habitantes dígitos pizzas"
        " copias alumnos estudiantes llamadas ejemplares entradas",
        phones="teléfono tlf tlfn móv cel tel tfno telf móvil celular fax número whatsapp",
        calls="emergencias llama llame llamen llamar llamad llámame llámenos llámanos marque marca marcar telefonee"
        " contacte contacta contáctenos comuníquese",
        between="policía bomberos o al a el la número nos me emergencias ya ahora inmediatamente siempre",
        after="ahora rápidamente ya inmediatamente cuando desde",
        extensions=r"ext\.? extensión anexo",
        extension="extensión",
        letters=pairs("Y=i griega"),
        adjectives_last=True,
    ),
    signs=Signs(
        keys=pairs("#=almohadilla; #MX #AR #CO #CL=numeral; *=asterisco"),
        pressing="pulse pulsa presione presiona marque marca oprima tecla",
        said=pairs("+=más; - −=menos; × * · ⋅=por; ÷ /=entre; = ===es igual a; ≠ !==distinto de; <=menor que;"
                   " >=mayor que;≤ <==menor o igual que; ≥ >==mayor o igual que; ±=más menos"),
        heart=pairs("yo=amo; nosotros=amamos"), minus="menos", squared="al cuadrado", cubed="al cubo",
        power="elevado a {}", root="raíz cuadrada de",
        cube_root="raíz cúbica de", over="{0} sobre {1}", ratio="{0} a {1}", score="{0} a {1}", by="por", times="vez "
        "veces", out_of="{0} sobre {1}",
        fixed=pairs("24/7=24 7"),
        pressure="{0} sobre {1}", pressures="presión tensión",
        results="gan* perd* venc* derrot* empat* victoria marcador resultado final lider* lidera partido gole*"
        " votación votos voto ventaja triunf* set sets cayó caen remont*",
        result_next="a al en contra ante frente y con por el la ayer hoy pero de tras para",
        ratios="ratio razón proporción* escala cuota cuotas relación formato mezcl* dilu*",
        steps=pairs("paso página pregunta fase parte etapa pantalla nivel={0} de {1}"),
        ratings="nota notas examen puntuación calific* estrella* punt* reseña* valor*", shares="de del", clocks="las la",
        verses="génesis éxodo salmo salmos proverbios isaías mateo marcos lucas juan hechos romanos corintios hebreos"
        " apocalipsis",
    ),
    measures=Measures(
        magnitudes=pairs("k K=mil; M=millón millones"),
        counted="(?!más|menos|es|tras|pues|antes|después|entonces)[a-zñáéíóú]{3,20}s|de [a-zñáéíóú]{3,20}s",
    ),
    writes=Writes(
        # espeak-ng says "uno" before every noun.
        counts=(
            counts(
                {"1": "una"} | _FEMININE,
                "hora semana persona vez noche copia unidad habitación taza cucharada cucharadita libra milla"
                " tonelada página palabra mujer niña chica botella caja bolsa pieza pregunta línea plaza mesa"
                " parte opción respuesta entrada reserva película canción foto imagen cuenta llamada rupia docena"
                " pizca",
            ),
            counts(
                {"1": "un"} | _MASCULINE,
                "año mes día minuto segundo euro dólar peso kilómetro metro centímetro milímetro kilo kilogramo"
                " gramo litro mililitro grado punto paso libro hombre niño chico hijo amigo archivo mensaje vaso"
                " plato paquete sobre huevo diente real yen millón billón elemento resultado usuario correo"
                " producto artículo dormitorio baño piso coche billete voto gol partido juego",
            ),
            counts(
                _MASCULINE,
                "años meses días minutos segundos euros dólares pesos kilómetros metros kilos gramos litros"
                " grados libros hombres niños puntos",
            ),
            counts(
                _FEMININE,
                "horas semanas personas veces noches copias unidades habitaciones libras millas páginas palabras"
                " mujeres niñas",
            ),
        ),
    ),
)  # fmt: skip
