"""Loudness of the voices whose weights are published and therefore known: nobody waits until it is measured."""

from pathlib import Path
from typing import Final

from plosive.utterance import EngineVoice

_HIBARI: Final = {"hibari": -26.2}
"""LUFS by the names of models: the embedded voice."""

_KOKORO: Final = {
    "af_alloy": -22.0, "af_aoede": -17.9, "af_bella": -21.8, "af_heart": -22.6, "af_jessica": -22.3, "af_kore": -18.3,
    "af_nicole": -21.9, "af_nova": -26.8, "af_river": -21.5, "af_sarah": -20.8, "af_sky": -24.0, "am_adam": -18.4,
    "am_echo": -22.2, "am_eric": -21.4, "am_fenrir": -19.1, "am_liam": -21.6, "am_michael": -23.9, "am_onyx": -22.1,
    "am_puck": -18.3, "am_santa": -22.4, "bf_alice": -20.9, "bf_emma": -20.2, "bf_isabella": -17.9, "bf_lily": -21.7,
    "bm_daniel": -21.6, "bm_fable": -22.1, "bm_george": -21.8, "bm_lewis": -23.3, "ef_dora": -23.1, "em_alex": -22.8,
    "em_santa": -22.6, "ff_siwis": -19.7, "hf_alpha": -16.4, "hf_beta": -18.0, "hm_omega": -17.0, "hm_psi": -18.6,
    "if_sara": -14.9, "im_nicola": -19.9, "jf_alpha": -19.7, "jf_gongitsune": -20.8, "jf_nezumi": -20.2,
    "jf_tebukuro": -20.8, "jm_kumo": -20.4, "pf_dora": -23.1, "pm_alex": -23.0, "pm_santa": -22.8, "zf_xiaobei": -20.3,
    "zf_xiaoni": -18.4, "zf_xiaoxiao": -16.8, "zf_xiaoyi": -19.5, "zm_yunjian": -20.9, "zm_yunxi": -22.2, "zm_yunxia": -20.6,
    "zm_yunyang": -23.4,
}  # fmt: skip
"""LUFS by the names of voices, of Kokoro 1.0: the published int8 model says a sentence (in English) or figures."""


def known_loudness_lufs(voice: EngineVoice) -> float | None:
    """Mean loudness of a voice as its engine speaks it, in LUFS. None: it has to be measured. A blend is not known."""
    if voice.engine == "hibari":
        return _HIBARI.get(Path(voice.model).stem)
    if voice.engine == "kokoro" and len(voice.blend) == 1:
        return _KOKORO.get(voice.blend[0][0])
    return None
