"""The log has the ids of requests, connections and keys, and no word of any text, whatever goes wrong and at any level."""

import json
from contextlib import suppress

import httpx
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

from faults.faulty_server import FaultyServer, voice
from plosive_server import PATH, client_frame
from raw_client import RawClient

SECRET = "Quokka"
FAULTS = ("crash", "fails later", "bug", "half a sample", "wrong rate")
TEXTS = (
    f"The {SECRET} is in Zanzibar.",
    f"<speak>The {SECRET} is <nonsense>",
    f'<speak><say-as interpret-as="{SECRET}">{SECRET}</say-as></speak> {SECRET}',
    f"<speak><{SECRET}>a</{SECRET}x></speak>",
)
FRAMES = (
    json.dumps({"text": [SECRET]}),
    f'{{"text": "{SECRET}',
    json.dumps({"text": f"{SECRET} " * 200_000}),
    json.dumps({"text": SECRET, "voice_settings": {"voice_speed": SECRET}}),
    SECRET,
)
BODIES = (
    json.dumps({"input": SECRET, "voice": "alloy", "speed": 99}),
    json.dumps({"input": [SECRET], "voice": "alloy"}),
    json.dumps({"text": [SECRET]}),
    json.dumps({"text": f"{SECRET} " * 20_000, "input": f"{SECRET} " * 20_000, "voice": "alloy"}),
    f'{{"text": "{SECRET}',
)


def test_no_text_is_ever_logged() -> None:
    with FaultyServer(workers=2, api_keys="any", log_level="debug", log_format="json", cache_memory_mb=0) as server:
        headers = {"Authorization": "Bearer any"}
        spoken = [(f"voice={voice(fault)}", TEXTS[0]) for fault in FAULTS]
        spoken += [("text_type=ssml", text) for text in TEXTS] + [("voice=Telnyx.NaturalHD.astra", TEXTS[0])]
        for query, text in spoken:
            with suppress(ConnectionClosed), connect(f"{server.url()}?{query}", additional_headers=headers) as client:
                for each in (" ", text, ""):
                    client.send(json.dumps({"text": each}))
                list(client)
        for frame in FRAMES:
            with suppress(ConnectionClosed), connect(server.url(), additional_headers=headers) as client:
                for each in (json.dumps({"text": " "}), frame, json.dumps({"text": ""})):
                    client.send(each)
                list(client)
        with httpx.Client(base_url=server.http, headers=headers, timeout=20) as client:
            for path in (PATH, "/v1/audio/speech", "/dev/captioned_speech"):
                for body in (*BODIES, *(json.dumps({"text": text, "text_type": "ssml"}) for text in TEXTS)):
                    with suppress(httpx.HTTPError):
                        client.post(path, content=body, headers={"Content-Type": "application/json"})
        with RawClient(server) as gone:
            gone.upgrade("?audio_format=linear16").send(client_frame(text=f"{SECRET}. " * 50))
    assert SECRET.lower() not in server.log.lower()
    lines = [json.loads(line) for line in server.log.splitlines()]
    sessions = [line for line in lines if line["event"] in ("session opened", "session closed")]
    assert len(sessions) > 30
    for line in sessions:
        assert line["request_id"]
        assert line["socket_id"]
        assert line["key"].startswith("env-")
    assert all(line["key"].startswith("env-") for line in lines if line["event"] == "request")
