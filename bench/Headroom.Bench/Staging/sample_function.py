"""Runs one handler, one line of JSON for each event and each call: its boto3 and its clock are those of whoever reads the lines."""

import datetime
import importlib
import json
import sys
import types

out = sys.stdout
sys.stdout = sys.stderr
now_ms = 0


def ask(line):
    out.write(json.dumps(line) + "\n")
    out.flush()
    return hear()


def hear():
    global now_ms
    line = sys.stdin.readline()
    if not line:
        sys.exit(0)
    heard = json.loads(line)
    now_ms = heard.get("now", now_ms)
    return heard


class CloudTime(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(now_ms / 1000, tz or datetime.timezone.utc)


class Client:
    def __init__(self, service):
        self.service = service

    def __getattr__(self, method):
        operation = "".join(word.capitalize() for word in method.split("_"))

        def call(**request):
            heard = ask({"call": {"service": self.service, "operation": operation, "request": request}})
            if "refused" in heard:
                raise RuntimeError(heard["refused"])
            return heard["answer"]

        return call


datetime.datetime = CloudTime
boto3 = types.ModuleType("boto3")
boto3.client = Client
sys.modules["boto3"] = boto3
sys.path.insert(0, sys.argv[1])
module, _, name = sys.argv[2].rpartition(".")
handler = getattr(importlib.import_module(module), name)
heard = hear()
while True:
    try:
        answer = {"result": handler(heard["event"], None)}
    except Exception as error:
        answer = {"error": "%s: %s" % (type(error).__name__, error)}
    heard = ask(answer)
