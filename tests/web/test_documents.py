"""The OpenAPI document is valid, and the server answers allowed and forbidden requests as it says."""

import shutil
import subprocess
import sys
from pathlib import Path

import httpx
import pytest
from pydantic import BaseModel

from plosive.web.openai import OpenAISpeechRequest
from plosive.web.speech_request import MAX_TEXT_CHARS, SpeechRequest
from plosive_server import HEADERS, PlosiveServer

CHECKS = (
    "not_a_server_error",
    "status_code_conformance",
    "content_type_conformance",
    "response_schema_conformance",
    "unsupported_method",
    "ignored_auth",
)


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_schemathesis_finds_nothing(tmp_path: Path) -> None:
    program = shutil.which("schemathesis", path=str(Path(sys.executable).parent))
    assert program is not None
    with PlosiveServer(workers=1, api_keys="test") as server:
        done = subprocess.run(
            [
                program, "run", f"{server.http}/openapi.json", "--header", f"Authorization: {HEADERS['Authorization']}",
                "--phases", "examples,coverage,fuzzing", "--max-examples", "20", "--seed", "1", "--no-color",
                "--checks", ",".join(CHECKS), "--continue-on-failure",
            ],
            cwd=tmp_path, capture_output=True, text=True, timeout=280, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stdout[-10_000:] + done.stderr[-2_000:]
        assert "Traceback" not in server.log, server.log
        assert httpx.get(server.http + "/readyz").status_code == 200


def test_the_document_has_every_operation_with_an_example(server: PlosiveServer) -> None:
    document = httpx.get(server.http + "/openapi.json").json()
    schemas = document["components"]["schemas"]
    assert httpx.get(server.http + "/docs").status_code == 200
    for path in (
        "/v2/text-to-speech/speech",
        "/v2/text-to-speech/speech/{id}",
        "/v2/text-to-speech/voices",
        "/v1/audio/speech",
        "/v2/audio/speech",
        "/v1/audio/voices",
        "/v1/models",
        "/v1/models/{model}",
        "/v2/pronunciation_dicts",
    ):
        for operation in document["paths"][path].values():
            assert operation["summary"]
            if "requestBody" in operation:
                for content in operation["requestBody"]["content"].values():
                    schema = schemas[content["schema"]["$ref"].removeprefix("#/components/schemas/")]
                    assert any("examples" in each for each in schema["properties"].values()), path
    assert "$defs" not in str(document)
    assert "HTTPValidationError" not in str(document)


@pytest.mark.parametrize(("page", "model"), [("rest.md", SpeechRequest), ("openai.md", OpenAISpeechRequest)])
def test_every_field_stands_in_the_docs(page: str, model: type[BaseModel]) -> None:
    text = (Path(__file__).parent.parent.parent / "docs" / page).read_text(encoding="utf-8")
    assert [name for name in model.model_fields if f"`{name}`" not in text] == []
    assert f"{MAX_TEXT_CHARS:_}".replace("_", " ") in text
