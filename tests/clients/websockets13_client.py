"""A client on the legacy asyncio API of `websockets` before 14: `websockets13_client.py <flow> <url>`."""

import asyncio
import json
import sys

import websockets

PATIENCE_S = 10


async def send(socket, **frame):
    await socket.send(json.dumps(frame))


async def receive(socket):
    return json.loads(await asyncio.wait_for(socket.recv(), PATIENCE_S))


async def until_final(socket):
    frames = [await receive(socket)]
    while not frames[-1].get("isFinal"):
        frames.append(await receive(socket))
    return frames


async def until_close(socket):
    frames = [json.loads(message) async for message in socket]
    return {"frames": frames, "code": socket.close_code, "reason": socket.close_reason}


async def basic(socket, texts):
    await send(socket, text=" ")
    await send(socket, text="".join(texts))
    await send(socket, text="")
    return await until_close(socket)


async def conversation(socket, said):
    await send(socket, text=" ")
    turns = []
    for sentences in said["turns"]:
        for sentence in sentences:
            await send(socket, text=sentence)
        turns.append(await until_final(socket))
    for sentence in said["story"]:
        await send(socket, text=sentence)
    before = [await receive(socket)]
    await send(socket, force=True)
    await send(socket, text=said["interruption"])
    return {"turns": turns, "before": before, "after": await until_final(socket)}


async def tokens(socket, texts):
    await send(socket, text=" ")
    reading = asyncio.create_task(until_close(socket))
    for token in texts:
        await send(socket, text=token)
    await send(socket, text="")
    return await reading


async def main(flow, url):
    # The keyword of the legacy client; the client since 14 calls it additional_headers.
    async with websockets.connect(url, extra_headers={"Authorization": "Bearer test"}) as socket:
        return await flow(socket, json.load(sys.stdin))


if __name__ == "__main__":
    assert websockets.version.version == "13.1", websockets.version.version
    assert websockets.connect.__module__ == "websockets.legacy.client"
    flows = {"basic": basic, "conversation": conversation, "tokens": tokens}
    print(json.dumps(asyncio.run(main(flows[sys.argv[1]], sys.argv[2]))))
