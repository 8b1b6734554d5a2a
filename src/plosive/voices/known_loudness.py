"""Loudness of the voices whose weights are published and therefore known: nobody waits until it is measured."""

from pathlib import Path
from typing import Final

from plosive.utterance import EngineVoice

_HIBARI: Final = {"hibari": -26.2}
"""LUFS by the names of models: the embedded voice."""

_KOKORO: Final = {
    "af_alloy": -20.6, "af_aoede": -17.4, "af_bella": -21.9, "af_heart": -22.4, "af_jessica": -21.5, "af_kore": -18.0,
    "af_nicole": -21.3, "af_nova": -25.8, "af_river": -20.7, "af_sarah": -20.4, "af_sky": -23.2, "am_adam": -17.9,
    "am_echo": -21.3, "am_eric": -20.6, "am_fenrir": -18.5, "am_liam": -21.1, "am_michael": -23.1, "am_onyx": -21.5,
    "am_puck": -17.9, "am_santa": -21.7, "bf_alice": -20.0, "bf_emma": -19.6, "bf_isabella": -17.2, "bf_lily": -20.6,
    "bm_daniel": -21.0, "bm_fable": -21.3, "bm_george": -21.3, "bm_lewis": -22.8, "ef_dora": -23.3, "em_alex": -22.8,
    "em_santa": -22.6, "ff_siwis": -19.7, "hf_alpha": -16.6, "hf_beta": -18.3, "hm_omega": -17.0, "hm_psi": -18.6,
    "if_sara": -14.9, "im_nicola": -19.9, "jf_alpha": -20.0, "jf_gongitsune": -20.7, "jf_nezumi": -20.2,
    "jf_tebukuro": -20.8, "jm_kumo": -20.4, "pf_dora": -23.7, "pm_alex": -23.0, "pm_santa": -22.8, "zf_xiaobei": -20.3,
    "zf_xiaoni": -18.4, "zf_xiaoxiao": -16.8, "zf_xiaoyi": -19.5, "zm_yunjian": -20.9, "zm_yunxi": -22.2, "zm_yunxia": -20.6,
    "zm_yunyang": -23.4,
}  # fmt: skip
"""LUFS by the names of voices, of Kokoro 1.0: the published int8 model says five to eight sentences in English and those
of `python -m benchmarks loudness`, the middle of both, which differ by 0.6 LU. Elsewhere it says figures, or the names of days
and months."""


_ESPEAK: Final = {
    "aav/vi": -19.0, "aav/vi-VN-x-central": -20.1, "aav/vi-VN-x-south": -19.1, "art/eo": -21.1, "art/ia": -20.5,
    "art/io": -21.1, "art/jbo": -19.8, "art/lfn": -20.8, "art/piqd": -19.3, "art/py": -22.7, "art/qdb": -21.3,
    "art/qya": -20.9, "azc/nci": -19.9, "bat/lt": -20.3, "bat/ltg": -20.4, "bat/lv": -20.9, "bnt/sw": -19.6, "bnt/tn": -18.9,
    "ccs/ka": -19.1, "cel/cy": -19.7, "cel/ga": -19.1, "cel/gd": -20.1, "cus/om": -19.1, "dra/kn": -18.8, "dra/ml": -19.4,
    "dra/ta": -19.2, "dra/te": -19.0, "esx/kl": -21.1, "eu": -21.8, "gmq/da": -20.1, "gmq/is": -19.5, "gmq/nb": -20.1,
    "gmq/sv": -19.6, "gmw/af": -20.0, "gmw/de": -20.1, "gmw/en": -20.6, "gmw/en-029": -19.9, "gmw/en-GB-scotland": -20.0,
    "gmw/en-GB-x-gbclan": -19.9, "gmw/en-GB-x-gbcwmd": -20.2, "gmw/en-GB-x-rp": -20.9, "gmw/en-Shaw": -20.6,
    "gmw/en-US": -21.4, "gmw/en-US-nyc": -21.0, "gmw/lb": -20.3, "gmw/nl": -20.1, "grk/el": -19.4, "grk/grc": -21.7,
    "inc/as": -18.8, "inc/bn": -19.2, "inc/bpy": -20.7, "inc/gu": -20.0, "inc/hi": -19.3, "inc/kok": -18.1, "inc/mr": -19.3,
    "inc/ne": -20.0, "inc/or": -19.3, "inc/pa": -19.3, "inc/sd": -19.0, "inc/si": -19.2, "inc/ur": -19.0, "ine/hy": -19.6,
    "ine/hyw": -21.1, "ine/sq": -19.5, "ira/fa": -19.5, "ira/fa-Latn": -20.0, "ira/ku": -19.8, "itc/la": -20.2,
    "jpx/ja": -18.1, "ko": -19.0, "map/haw": -14.8, "miz/mto": -21.8, "myn/quc": -18.7, "poz/id": -20.6, "poz/mi": -11.1,
    "poz/ms": -20.4, "qu": -20.1, "roa/an": -21.3, "roa/ca": -20.4, "roa/ca-ba": -22.0, "roa/ca-nw": -21.8,
    "roa/ca-va": -21.7, "roa/es": -20.8, "roa/es-419": -20.4, "roa/fr": -21.4, "roa/fr-BE": -21.4, "roa/fr-CH": -21.4,
    "roa/ht": -20.7, "roa/it": -20.7, "roa/pap": -20.5, "roa/pt": -20.0, "roa/pt-BR": -20.3, "roa/ro": -20.0,
    "sai/gn": -20.0, "sem/am": -20.8, "sem/ar": -20.7, "sem/he": -19.0, "sem/mt": -19.2, "sem/ti": -19.0, "sit/cmn": -18.8,
    "sit/cmn-Latn-pinyin": -18.8, "sit/hak": -21.4, "sit/my": -18.1, "sit/yue": -18.9, "sit/yue-Latn-jyutping": -20.0,
    "tai/shn": -20.3, "tai/th": -19.0, "trk/az": -19.9, "trk/ba": -18.1, "trk/cv": -18.1, "trk/kk": -19.7, "trk/ky": -19.3,
    "trk/nog": -21.6, "trk/tk": -19.7, "trk/tr": -19.4, "trk/tt": -20.8, "trk/ug": -19.3, "trk/uz": -20.1, "urj/et": -20.4,
    "urj/fi": -20.0, "urj/hu": -20.6, "urj/smj": -19.2, "zle/be": -22.7, "zle/ru": -19.2, "zle/ru-LV": -21.9,
    "zle/ru-cl": -20.9, "zle/uk": -18.5, "zls/bg": -19.7, "zls/bs": -21.0, "zls/hr": -20.9, "zls/mk": -19.8, "zls/sl": -19.0,
    "zls/sr": -20.9, "zlw/cs": -21.3, "zlw/pl": -21.0, "zlw/sk": -20.9,
}  # fmt: skip
"""LUFS by the files of espeak-ng 1.52's voices, without a variant. They say sentences in English, elsewhere the names of days
and months in one go (`python -m benchmarks loudness --own`)."""


def known_loudness_lufs(voice: EngineVoice) -> float | None:
    """Mean loudness of a voice as its engine speaks it, in LUFS. None: it has to be measured. A blend is not known."""
    if voice.engine == "espeak":
        return _ESPEAK.get(voice.model)
    if voice.engine == "hibari":
        return _HIBARI.get(Path(voice.model).stem)
    if voice.engine == "kokoro" and len(voice.blend) == 1:
        return _KOKORO.get(voice.blend[0][0])
    return None
