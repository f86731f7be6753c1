"""As much of the Hub and of a chat server as the scripts talk to, on this machine."""

import json
import re
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

COMMIT = "0123456789abcdef0123456789abcdef01234567"


class LoopbackHub:
    """A Hub with a few repositories, whose state tests change before they ask."""

    def __init__(self) -> None:
        self.token = "hf_" + "loopbackTestToken" * 2
        self.models: set[str] = {"acme/anvil"}
        self.datasets: set[str] = {"acme/sums"}
        self.gated: set[str] = set()
        self.providers = {"anvilcloud": "live", "oldcloud": "staging"}
        self.weights = 1000
        self.answer = "1"
        self.failure: tuple[int, str] | None = None
        self.chats: list[dict[str, Any]] = []
        self.authorizations: list[str | None] = []
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self.url = f"http://127.0.0.1:{self._server.server_port}"

    def __enter__(self) -> "LoopbackHub":
        Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()

    def look_up(self, path: str, query: str, authorization: str | None) -> tuple[int, dict, dict[str, str]]:
        """The answer to a GET: status, body and headers."""
        if authorization not in (None, f"Bearer {self.token}"):
            return 401, {"error": "Invalid user token"}, {}
        if path == "/api/whoami-v2":
            return 200, {"name": "mona", "type": "user", "auth": {"type": "access_token"}}, {}
        if path == "/v1/models":
            return 200, {"data": [{"id": "served-anvil", "max_model_len": 2048}]}, {}
        found = re.fullmatch(r"/api/(models|datasets)/([\w.-]+/[\w.-]+?)(/auth-check|/revision/.+)?", path)
        if found is None or found[2] not in getattr(self, found[1]):
            return 404, {"error": "Repository not found"}, {"X-Error-Code": "RepoNotFound"}
        if found[3] == "/auth-check":
            if found[2] in self.gated:
                return 403, {"error": "Access is restricted"}, {"X-Error-Code": "GatedRepo"}
            return 200, {}, {}
        if found[3] not in (None, "/revision/main", "/revision/v1", f"/revision/{COMMIT}"):
            return 404, {"error": "Invalid rev id"}, {"X-Error-Code": "RevisionNotFound"}
        if "inferenceProviderMapping" in query:
            mapping = {
                name: {"status": status, "providerId": "x", "task": "conversational"}
                for name, status in self.providers.items()
            }
            return 200, {"id": found[2], "inferenceProviderMapping": mapping}, {}
        files = [{"rfilename": "config.json", "size": 10}, {"rfilename": "model.safetensors", "size": self.weights}]
        return 200, {"id": found[2], "sha": COMMIT, "siblings": files}, {}

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        hub = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                hub.authorizations.append(self.headers["Authorization"])
                path, _, query = self.path.partition("?")
                self.reply(*hub.look_up(path, query, self.headers["Authorization"]))

            def do_POST(self) -> None:
                asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                hub.chats.append(asked)
                hub.authorizations.append(self.headers["Authorization"])
                if hub.failure is not None:
                    self.reply(hub.failure[0], {"error": {"message": hub.failure[1]}}, {})
                elif asked.get("stream"):
                    self.stream(hub.answer, asked["model"])
                else:
                    self.reply(200, completion(hub.answer, asked["model"], "message", "chat.completion"), {})

            def reply(self, status: int, body: dict, headers: dict[str, str]) -> None:
                content = json.dumps(body).encode()
                self.send_response(status)
                for name, value in {"Content-Type": "application/json", **headers}.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

            def stream(self, answer: str, model: str) -> None:
                self.send_response(200)
                self.send_header("Content-Type", "text/event-stream")
                self.end_headers()
                chunk = completion(answer, model, "delta", "chat.completion.chunk")
                self.wfile.write(f"data: {json.dumps(chunk)}\n\ndata: [DONE]\n\n".encode())

            def log_message(self, *_: object) -> None:
                pass

        return Handler


def completion(answer: str, model: str, key: str, kind: str) -> dict:
    """An answer as OpenAI's chat interface gives it."""
    return {
        "id": "chat-1",
        "object": kind,
        "created": 1,
        "model": model,
        "choices": [{"index": 0, key: {"role": "assistant", "content": answer}, "finish_reason": "stop"}],
        "usage": {"prompt_tokens": 3, "completion_tokens": 1, "total_tokens": 4},
    }
