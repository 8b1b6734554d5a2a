from plosive.text.languages.language import Language, Sentences

LANGUAGE = Language(
    name="Kazakh",
    sentences=Sentences(words="акад ауд бет бкз вок доц др жж ин мыс млн млрд обл проф см т тг тел ұлт ғас қ ж г м"),
)  # fmt: skip
